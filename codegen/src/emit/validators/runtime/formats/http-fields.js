/** Values of fields of HTTP. */

import { isDate, isTime } from "./dates.js";

/** RFC 9110, section 5.6.7: IMF-fixdate and both obsolete forms, which a recipient has to accept. */
export function isHttpDate(text) {
  const { year, month, day, time } =
    [
      /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), (?<day>\d\d) (?<month>\w{3}) (?<year>\d{4}) (?<time>[\d:]{8}) GMT$/,
      /^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day, (?<day>\d\d)-(?<month>\w{3})-(?<year>\d\d) (?<time>[\d:]{8}) GMT$/,
      /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) (?<month>\w{3}) (?<day>\d\d| \d) (?<time>[\d:]{8}) (?<year>\d{4})$/,
    ]
      .map((form) => form.exec(text)?.groups)
      .find((groups) => groups !== undefined) ?? {};
  const monthAt = "JanFebMarAprMayJunJulAugSepOctNovDec".indexOf(month);
  if (time === undefined || monthAt % 3 !== 0) return false;
  const date = `${year.padStart(4, "20")}-${String(monthAt / 3 + 1).padStart(2, "0")}-${day.replace(" ", "0")}`;
  if (!isDate(date) || !isTime(`${time}Z`)) return false;
  // Two digits of a year do not tell the century, and so not the day of the week.
  const weekday = "SunMonTueWedThuFriSat".indexOf(text.slice(0, 3)) / 3;
  return year.length === 2 || new Date(date).getUTCDay() === weekday;
}

/** RFC 9110, section 12.5.1; as long as the field of a header may be in practice. */
export function isMediaRange(text) {
  return (
    text.length <= 8192 &&
    /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+(?:[ \t]*;(?:[ \t]*[\w!#$%&'*+.^`|~-]+=(?:[\w!#$%&'*+.^`|~-]+|"(?:[\t !#-[\]-~\x80-\xff]|\\[\t -~\x80-\xff])*"))?)*(?:[ \t]*;[ \t]+)?$/.test(
      text,
    )
  );
}
