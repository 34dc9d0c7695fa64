const pattern =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The moment (milliseconds since 1970, as `start`) an ISO 8601 duration after another, by the calendar in UTC (`P6M` after 31 August ends on 3 March, as `Date` counts).
 * @returns milliseconds since 1970, or NaN when the text is not a duration.
 */
export function after(start: number, duration: string): number {
  const found = pattern.exec(duration);
  if (!found) return NaN;
  const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map((n) => Number(n ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number, // the pattern has seven groups
  ];
  const date = new Date(start);
  date.setUTCMonth(date.getUTCMonth() + years * 12 + months);
  return date.getTime() + (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 6e4 + seconds * 1e3;
}
