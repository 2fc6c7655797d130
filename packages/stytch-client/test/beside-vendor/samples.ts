import { json } from "../../../runtime/test/fault-answers.ts";
import type { Fault } from "../../../runtime/test/fault-server.ts";

export const user = { user_id: "user-test-1", request_id: "request-1", status_code: 200 } as const;
export const userId = { user_id: user.user_id } as const;

export const fineUser: Fault = json(200, user);

/** What is sent to log in. */
export const login = { email: "ada@example.com", password: "p4ssw0rd-of-ada" } as const;

/** A failed answer as the API gives it. */
export function apiFailure(
  status: number,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Fault {
  const body = {
    status_code: status,
    request_id: "request-1",
    error_type: type,
    error_message: "Not this time.",
    error_url: "https://stytch.com/docs",
  };
  return json(status, body, headers);
}

export const unavailable: Fault = apiFailure(503, "service_unavailable");

/** The page of a proxy. */
export const badGateway = "<html><h1>502 Bad Gateway</h1></html>";
