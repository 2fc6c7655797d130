/** RFC 5893, section 2: if one label has a character that is written from right to left, all are held to it. */
export function satisfiesBidiRule(labels) {
  const classes = labels.map((label) => Array.from(label, bidiClass).join(""));
  if (!classes.some((label) => /[RA]/.test(label))) return true;
  return classes.every(
    (label) =>
      (/^R(?:[^L]*[REA])?N*$/.test(label) && !/E.*A|A.*E/.test(label)) || /^L(?:[^RA]*[LE])?N*$/.test(label),
  );
}

/** The class as far as the rule goes: N for NSM, E for EN, A for AN, R for R and AL, L, O for what is neutral. */
function bidiClass(character) {
  if (/\p{Mn}/u.test(character)) return "N";
  if (/[\d\u06f0-\u06f9]/.test(character)) return "E";
  if (/[\u0660-\u0669\u{10d30}-\u{10d39}]/u.test(character)) return "A";
  if (/[\u0590-\u08ff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(character)) return "R";
  const neutral =
    /[-\xb7\u02b9\u02ba\u02c6-\u02cf\u02ec\u0375\u2e2f\u30fb\ua67f\ua717-\ua71f\ua788\u{200c}\u{200d}]/u;
  return neutral.test(character) ? "O" : "L";
}
