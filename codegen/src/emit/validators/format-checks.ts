/** A function of the formats module of a validators package, and the type of value that it is for. */
export interface FormatCheck {
  readonly type: "string" | "number";
  /** Export of `runtime/formats.js`; undefined if every value of the type is fine. */
  readonly function: string | undefined;
}

function check(type: FormatCheck["type"], name: string | undefined): FormatCheck {
  return { type, function: name };
}

/** Which function checks which format. Its keys are the formats that the contract knows. */
export const formatChecks: ReadonlyMap<string, FormatCheck> = new Map([
  ["date-time", check("string", "isDateTime")],
  ["date", check("string", "isDate")],
  ["time", check("string", "isTime")],
  ["duration", check("string", "isDuration")],
  ["email", check("string", "isEmail")],
  ["hostname", check("string", "isHostname")],
  ["ipv4", check("string", "isIpv4")],
  ["ipv6", check("string", "isIpv6")],
  ["uri", check("string", "isUri")],
  ["uri-reference", check("string", "isUriReference")],
  ["uri-template", check("string", "isUriTemplate")],
  ["uuid", check("string", "isUuid")],
  ["json-pointer", check("string", "isJsonPointer")],
  ["relative-json-pointer", check("string", "isRelativeJsonPointer")],
  ["regex", check("string", "isRegex")],
  ["byte", check("string", "isByte")],
  ["binary", check("string", undefined)],
  ["password", check("string", undefined)],
  ["int32", check("number", "isInt32")],
  ["int64", check("number", "isInt64")],
  ["float", check("number", "isFloat")],
  ["double", check("number", "isDouble")],
]);
