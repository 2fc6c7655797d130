/**
 * The server that all subjects call: a process of its own, so that it does not take time of their thread.
 * Says its port to the process that started it, and ends with it.
 */
import { createServer } from "node:http";
import { isDeepStrictEqual } from "node:util";
import { json } from "node:stream/consumers";
import { authorization, operations } from "./answers.ts";

const byTarget = new Map(
  operations.map(({ path, parameters, answer }) => [
    path,
    { parameters, bytes: Buffer.from(JSON.stringify(answer)) },
  ]),
);

const server = createServer(async (request, response) => {
  const { method, url = "", headers } = request;
  const operation = byTarget.get(url);
  const body = await json(request);
  const isRight =
    method === "POST" &&
    headers.authorization === authorization &&
    headers["content-type"]?.startsWith("application/json") === true &&
    isDeepStrictEqual(body, operation?.parameters);
  const bytes = isRight && operation !== undefined ? operation.bytes : Buffer.from("{}");
  response.writeHead(isRight ? 200 : 400, {
    "content-type": "application/json",
    "content-length": bytes.length,
  });
  response.end(bytes);
});
// A connection that ends between two samples would have to be made anew inside of one.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") process.send?.(address?.port);
});
process.once("disconnect", () => process.exit());
