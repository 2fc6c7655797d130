import { ApiClient, bearer } from "@sdkmill/runtime";
import { afterEach, describe, expect, test, vi } from "vitest";
import { describeApi } from "./sent-request.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("where there is a document, everybody can read the credentials", () => {
  const api = describeApi({ credentials: bearer("token") });

  test("a client with credentials is refused, before they are read", () => {
    vi.stubGlobal("document", {});
    const token = vi.fn<() => string>();

    expect(() => new ApiClient(api, { token })).toThrow(
      new TypeError("The option `dangerouslyAllowBrowser` is missing or can not be used."),
    );
    expect(() => new ApiClient(api, { token, dangerouslyAllowBrowser: false })).toThrow(TypeError);
    expect(token).not.toHaveBeenCalled();
  });

  test("unless that is wanted", () => {
    vi.stubGlobal("document", {});

    expect(new ApiClient(api, { token: "mine", dangerouslyAllowBrowser: true })).toBeInstanceOf(ApiClient);
  });

  test("one without credentials has none to lose", () => {
    vi.stubGlobal("document", {});

    expect(new ApiClient(describeApi(), {})).toBeInstanceOf(ApiClient);
  });

  test("elsewhere nothing is asked", () => {
    expect(new ApiClient(api, { token: "mine" })).toBeInstanceOf(ApiClient);
  });
});
