import type { CallOptions, StytchOptions } from "@sdkmill/stytch-client";
import type { PlantedCall } from "./planted-call.ts";
import { type Quotation, quotationOf } from "./quotation.ts";
import type { Secret } from "./secret-text.ts";

/** How a call is made to fail. */
export interface Trial {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly client?: Partial<StytchOptions>;
  readonly call?: CallOptions;
  /** What takes the place of the arguments. */
  readonly body?: unknown;
  readonly path?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** All that is secret, if it is more than the call carries. */
  readonly secrets?: readonly Secret[];
  /** Nobody listens: what is to be said goes to the console. */
  readonly isUnheard?: boolean;
}

export interface Failure {
  readonly name: string;
  readonly trial: (planted: PlantedCall) => Trial;
}

/** A failure that is an answer, or what comes in its place. */
export function answering(
  name: string,
  answer: (quotation: Quotation) => Response | Promise<Response>,
  more: Omit<Trial, "fetch"> = {},
): Failure {
  return {
    name,
    trial: ({ secrets }) => ({
      ...more,
      fetch: async (url, init) => answer(quotationOf(url, init, secrets)),
    }),
  };
}
