/** A date in the calendar of the Republic of China: `民國115年11月20日`, or `115-11-20` for short. */
export function rocDate(date, style = 'long') {
  const [year, month, day] = [date.getUTCFullYear() - 1911, date.getUTCMonth() + 1, date.getUTCDate()];
  if (style === 'long') return `民國${year}年${month}月${day}日`;
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
