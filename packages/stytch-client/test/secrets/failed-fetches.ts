import { answering, type Failure } from "./failure.ts";
import { quotingError, quotingHtml } from "./quotation.ts";

const throwing = (name: string, thrown: (error: Error) => unknown): Failure =>
  answering(`fetch throws ${name}`, async (quotation) => {
    await undefined;
    throw thrown(quotingError(quotation));
  });

/** Without an answer, but with an error that quotes the request. */
export const failedFetches: readonly Failure[] = [
  throwing("an error that holds the request", (error) => error),
  throwing("a text", ({ message }) => message),
  throwing("an object", ({ message, stack, cause }) => ({ message, stack, cause, request: message })),
  throwing("null", () => null),
  throwing("an exception of the DOM", ({ message }) => new DOMException(message, "AbortError")),
  throwing("an error with its name and code", (error) =>
    Object.assign(new Error("No."), { name: error.message, code: error.message }),
  ),
  throwing("an error whose code is an object", (error) =>
    Object.assign(new Error("No."), { code: { told: error.message } }),
  ),
  throwing("an error whose cause is a text", ({ message }) => new Error("No.", { cause: message })),
  throwing("an error that is frozen", (error) => Object.freeze(error)),
  throwing("an error without a stack", (error) => Object.assign(error, { stack: undefined })),
  throwing("an error that is its own cause", (error) => Object.assign(error, { cause: error })),
  throwing("an error whose message is a getter", ({ message }) =>
    Object.defineProperty(new Error("No."), "message", { get: () => message }),
  ),
  answering("fetch gives a text", async (quotation) => {
    const given: unknown = quotingHtml(quotation);
    return given as Response;
  }),
  answering("fetch gives nothing", async () => {
    const given: unknown = undefined;
    return given as Response;
  }),
  answering(
    "an answer whose body fails on the way",
    (quotation) =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":')),
          pull: (controller) => controller.error(quotingError(quotation)),
        }),
        { headers: { "content-type": "application/json" } },
      ),
  ),
  answering("an answer whose body can not be read", (quotation) => {
    const response = new Response("{}");
    Object.defineProperty(response, "body", {
      get: () => {
        throw quotingError(quotation);
      },
    });
    return response;
  }),
];
