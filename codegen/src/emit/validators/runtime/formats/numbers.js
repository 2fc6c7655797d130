/** Numbers; those of 64 bits and decimals may also come as text. */

/** A signed integer of 8 bits; the operators of ECMA-262 that cut a number to its low bits leave it as it is. */
export function isInt8(number) {
  return (number << 24) >> 24 === number;
}

/** A signed integer of 16 bits. */
export function isInt16(number) {
  return (number << 16) >> 16 === number;
}

/** A signed integer of 32 bits. */
export function isInt32(number) {
  return (number | 0) === number;
}

/** An unsigned integer of 8 bits. */
export function isUint8(number) {
  return (number & 0xff) === number;
}

/** An unsigned integer of 16 bits. */
export function isUint16(number) {
  return (number & 0xffff) === number;
}

/** An unsigned integer of 32 bits. */
export function isUint32(number) {
  return number >>> 0 === number;
}

/**
 * A signed integer of 64 bits, as a number or in digits. A number beyond 2^53 was rounded when its JSON was
 * read: 2^63 may have been the greatest of them, and passes.
 */
export function isInt64(value) {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
  return /^-?(?:0|[1-9]\d{0,18})$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
}

/** An unsigned integer of 64 bits, as a number or in digits. 2^64 passes, as 2^63 does for a signed one. */
export function isUint64(value) {
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 && value <= 2 ** 64;
  return /^(?:0|[1-9]\d{0,19})$/.test(value) && BigInt.asUintN(64, BigInt(value)) === BigInt(value);
}

/** An integer that a double holds and no other one rounds to: at most 2^53 - 1. */
export function isDoubleInt(number) {
  return Number.isSafeInteger(number);
}

/** A number in the range of IEEE 754 binary32; whether it is rounded there is not asked. */
export function isFloat(number) {
  return Number.isFinite(Math.fround(number));
}

/** A number in the range of IEEE 754 binary64: what JSON writes with too large an exponent is read as infinite. */
export function isDouble(number) {
  return Number.isFinite(number);
}

/** A number; as text, `decimal` of XML Schema 1.1 (part 2, section 3.3.3), since the registry names no form. */
export function isDecimal(value) {
  return typeof value === "number" ? Number.isFinite(value) : /^[+-]?(?=\.?\d)\d*(?:\.\d*)?$/.test(value);
}

/** IEEE 754 decimal128: 34 digits, exponents from -6176 to 6111; every double is within. In text also not finite. */
export function isDecimal128(value) {
  if (typeof value === "number") return Number.isFinite(value);
  const match = /^[+-]?(?=\.?\d)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(value);
  if (match === null) return /^(?:NaN|-?INF)$/.test(value);
  const [, whole, fraction = "", exponent = "0"] = match;
  const digits = whole + fraction;
  let [first, end] = [0, digits.length];
  while (digits[first] === "0") first += 1;
  while (end > first && digits[end - 1] === "0") end -= 1;
  const lowest = Number(exponent) - fraction.length + digits.length - end;
  return first === end || (end - first <= 34 && lowest >= -6176 && lowest + end - first <= 6145);
}
