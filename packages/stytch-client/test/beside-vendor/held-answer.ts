import type { Fault } from "../../../runtime/test/fault-server.ts";

/** An answer that does not come before the test wants it. */
export interface HeldAnswer {
  readonly fault: Fault;
  readonly release: () => void;
}

/**
 * @param value the answer, as JSON
 * @param sent how many characters of it are sent at once, after the headers; none, and not even these, if undefined
 */
export function heldAnswer(value: unknown, sent?: number): HeldAnswer {
  const { promise, resolve } = Promise.withResolvers<void>();
  const text = JSON.stringify(value);
  return {
    release: resolve,
    fault: {
      at: "body",
      act: async ({ response }) => {
        const begin = (): void => void response.writeHead(200, { "content-type": "application/json" });
        if (sent !== undefined) begin();
        if (sent !== undefined) response.write(text.slice(0, sent));
        await promise;
        // Who does not wait any longer has closed the connection.
        if (response.destroyed) return;
        if (sent === undefined) begin();
        response.end(text.slice(sent ?? 0));
      },
    },
  };
}
