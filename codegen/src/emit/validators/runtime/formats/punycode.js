/** Punycode (RFC 3492), read and measured. */

/**
 * RFC 3492, section 6.2.
 *
 * @returns the text that is written so; empty if it is not, or not as section 6.3 would write it
 */
export function fromPunycode(encoded) {
  const basic = encoded.lastIndexOf("-");
  if (basic === 0) return "";
  const characters = Array.from(encoded.slice(0, Math.max(basic, 0)));
  let [codePoint, index, bias] = [128, 0, 72];
  for (let at = basic + 1; at < encoded.length; index += 1) {
    const start = index;
    for (let weight = 1, step = 36; ; step += 36) {
      const digit = (Number.parseInt(encoded.charAt(at), 36) + 26) % 36;
      if (Number.isNaN(digit)) return "";
      at += 1;
      index += digit * weight;
      if (digit < thresholdOf(step, bias)) break;
      weight *= 36 - thresholdOf(step, bias);
    }
    const count = characters.length + 1;
    bias = biasOf(index - start, count, start === 0);
    codePoint += Math.floor(index / count);
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return "";
    index %= count;
    characters.splice(index, 0, String.fromCodePoint(codePoint));
  }
  return characters.join("");
}

/** RFC 3492, section 6.3: how many characters a text has when it is written so. */
export function punycodeLength(text) {
  const codePoints = Array.from(text, (character) => character.codePointAt(0));
  const basic = codePoints.filter((codePoint) => codePoint < 128).length;
  let [length, done, delta, bias, last] = [basic > 0 ? basic + 1 : 0, basic, 0, 72, 127];
  while (done < codePoints.length) {
    const next = Math.min(...codePoints.filter((codePoint) => codePoint > last));
    delta += (next - last - 1) * (done + 1);
    for (const codePoint of codePoints) {
      if (codePoint < next) delta += 1;
      if (codePoint !== next) continue;
      length += digitCount(delta, bias);
      bias = biasOf(delta, done + 1, done === basic);
      [delta, done] = [0, done + 1];
    }
    [delta, last] = [delta + 1, next];
  }
  return length;
}

function digitCount(delta, bias) {
  let [rest, count] = [delta, 1];
  for (let step = 36; rest >= thresholdOf(step, bias); step += 36) {
    const threshold = thresholdOf(step, bias);
    rest = Math.floor((rest - threshold) / (36 - threshold));
    count += 1;
  }
  return count;
}

function thresholdOf(step, bias) {
  return Math.min(Math.max(step - bias, 1), 26);
}

/** RFC 3492, section 6.1. */
function biasOf(delta, count, isFirst) {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}
