import { error, type Checked } from "../../diagnostics.ts";
import { ownString } from "../../source/json.ts";
import type { SourceDocument } from "../../source/source-document.ts";

/**
 * Reads where the upstream document is from the `extends` of an overlay.
 *
 * @param isNeeded nobody said it in another way
 * @see https://spec.openapis.org/overlay/v1.0.0.html#overlay-object
 */
export function readUpstreamConfig(
  path: string,
  document: SourceDocument | undefined,
  isNeeded: boolean,
): Checked<string | undefined> {
  const place = { path, pointer: "" };
  const help =
    "Write `overlay: 1.0.0`, `info`, `extends: <URL or path of the upstream document>` and `actions`.";
  if (document?.kind !== "overlay")
    return {
      value: undefined,
      diagnostics: [error("upstream-config", "This is no OpenAPI Overlay document.", help, place)],
    };
  const source = ownString(document.data, "extends");
  if (source === undefined && isNeeded)
    return {
      value: undefined,
      diagnostics: [error("upstream-config", "`extends` is missing, or no text.", help, place)],
    };
  return { value: source, diagnostics: [] };
}
