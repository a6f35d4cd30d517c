/** A year, month or day (`2023`, `2023-03`, `2023-03-16`) in words of a language; anything else as it is. */
export function sayDate(date: string, language: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' as const }),
    ...(day === undefined ? {} : { day: 'numeric' as const }),
  });
  return format.format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** A moment (ISO 8601) in words of a language, to the minute, in UTC. */
export function sayMoment(moment: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));
}
