import { createValidation } from "@sdkmill/stytch-client/validation";
import type { Failure } from "./failure.ts";
import { quotationOf, quotingJson } from "./quotation.ts";

function invalid(subject: "request" | "response", manner: "warn" | "throw", isUnheard: boolean): Failure {
  const validation = createValidation(subject === "request" ? { requests: manner } : { responses: manner });
  return {
    name: `a ${subject} that is not valid, to ${manner}${isUnheard ? ", unheard" : ""}`,
    trial: (planted) => {
      const wrong = subject === "request" ? planted.wrongBody() : planted.wrongAnswer();
      const besides = subject === "request" ? planted.secretsBesides : planted.secrets;
      const secrets = [...besides, ...wrong.secrets];
      return {
        client: { validation },
        isUnheard,
        secrets,
        ...(subject === "request" && wrong.data !== undefined ? { body: wrong.data } : {}),
        fetch: async (url, init) =>
          subject === "response"
            ? Response.json(wrong.data)
            : Response.json(quotingJson(quotationOf(url, init, secrets)), { status: 400 }),
      };
    },
  };
}

/** Values that are not what the contract says, in and around what is secret. */
export const failedValidation: readonly Failure[] = (["request", "response"] as const).flatMap((subject) => [
  invalid(subject, "throw", false),
  invalid(subject, "warn", false),
  invalid(subject, "warn", true),
]);
