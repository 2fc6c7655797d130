import type { Fault } from "../../../runtime/test/fault-server.ts";

/** More than any client should read, and not too much for a test. */
const enough = 64 * 1_048_576;

/**
 * An answer that goes on as long as the client reads it; 64 MiB are as good as no end.
 *
 * @param ends is told who ended each of them
 */
export function endlessAnswer(ends: ("client" | "server")[]): Fault {
  const chunk = Buffer.alloc(1_048_576, " ");
  return {
    at: "body",
    act: ({ response, socket }) => {
      let sent = 0;
      response.writeHead(200, { "content-type": "application/json" });
      const more = (): void => {
        while (sent < enough && !response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) return;
        }
        if (!response.destroyed) ends.push("server");
        socket.resetAndDestroy();
      };
      response.on("drain", more);
      response.on("close", () => {
        if (sent < enough) ends.push("client");
      });
      more();
    },
  };
}
