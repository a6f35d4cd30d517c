const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is a valid year, month or day: `2023`, `2023-03`, `2023-03-16`. */
export function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = DATE.exec(text) ?? [];
  if (year === undefined) return false;
  const time = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // `Date` reads 30 February as 2 March.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** Whether a text is a valid day: `2027-01-01`. */
export const isDay = (text: string): boolean => text.length === '2027-01-01'.length && isDate(text);
