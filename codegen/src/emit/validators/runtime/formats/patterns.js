/** Texts that stand for others: templates and regular expressions. */

/** RFC 6570, section 2. */
export function isUriTemplate(text) {
  const outside = /[\0-\x20\x7f-\x9f"<>\\^`{|}\ud800-\udfff\ufff0-\uffff]|\p{NChar}|%(?![\da-fA-F]{2})/u;
  return text.split(/\{([^{}]*)\}/).every((part, index) => {
    if (index % 2 === 0) return !outside.test(part);
    const variables = part.replace(/^[+#./;?&=,!@|]/, "").split(",");
    return variables.every((variable) => isVariableName(variable.replace(/(?:\*|:[1-9]\d{0,3})$/, "")));
  });
}

/** RFC 6570, section 2.3. */
function isVariableName(text) {
  return /^[\w.%]+$/.test(text) && !/^\.|\.\.|\.$|%(?![\da-f]{2})/i.test(text);
}

/** ECMA-262, in Unicode mode. */
export function isRegex(text) {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
