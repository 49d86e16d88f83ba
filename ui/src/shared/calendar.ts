/** Days of the calendar as `YYYY-MM-DD`, without time zones. Weeks begin on Monday. */

const MS_PER_DAY = 86_400_000;
const two = (number: number): string => String(number).padStart(2, "0");

const momentOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Days can be written with years of four digits only. */
const FIRST = "1000-01-01";
const LAST = "9999-12-31";
const within = (moment: number): string => dayAt(Math.min(Math.max(moment, momentOf(FIRST)), momentOf(LAST)));

/** Today by the clock on the wall. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const addDays = (day: string, count: number): string => within(momentOf(day) + count * MS_PER_DAY);

/** The same day in another month, or the last day of that month where it is shorter. */
export function addMonths(day: string, count: number): string {
  const date = new Date(momentOf(day));
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return within(Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)));
}

/** The day of the week, 0 for Monday. */
const weekday = (day: string): number => (new Date(momentOf(day)).getUTCDay() + 6) % 7;

export const startOfWeek = (day: string): string => addDays(day, -weekday(day));
export const endOfWeek = (day: string): string => addDays(day, 6 - weekday(day));
export const isSameMonth = (one: string, other: string): boolean => one.slice(0, 7) === other.slice(0, 7);

/** Six weeks that hold the whole month of a day, so that every month is as tall as the next. */
export function weeksAround(day: string): string[][] {
  const first = startOfWeek(`${day.slice(0, 7)}-01`);
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, at) => addDays(first, 7 * week + at)));
}
