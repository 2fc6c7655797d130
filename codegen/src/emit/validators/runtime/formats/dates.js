/** Dates, times and durations. */

/** RFC 3339, `full-date`. */
export function isDate(text) {
  const days = /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)$/;
  return days.test(text) && (!text.endsWith("-02-29") || isLeapYear(Number(text.slice(0, 4))));
}

function isLeapYear(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** RFC 3339, `full-time`. */
export function isTime(text) {
  const times = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;
  return times.test(text) && (text.charAt(6) !== "6" || endsDay(text));
}

/** A leap second is the last of a day in UTC (RFC 3339, section 5.7). */
function endsDay(time) {
  const offset = /[+-]/.test(time) ? Number(`${time.at(-6)}1`) * minutesOf(time.slice(-5)) : 0;
  return (minutesOf(time) - offset + 1440) % 1440 === 1439;
}

function minutesOf(time) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** RFC 3339, `date-time`. */
export function isDateTime(text) {
  return /^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** RFC 3339, `partial-time`. Without an offset, any minute may be the one with a leap second. */
export function isTimeLocal(text) {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?$/.test(text);
}

/** RFC 3339, `full-date "T" partial-time`. */
export function isDateTimeLocal(text) {
  return /^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTimeLocal(text.slice(11));
}

/** RFC 3339, appendix A: weeks alone, or days and times in falling order without a gap. */
export function isDuration(text) {
  if (!/^P(?=\d|T\d)/.test(text)) return false;
  return (
    /^P\d+W$/.test(text) ||
    /^P(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?$/.test(
      text,
    )
  );
}
