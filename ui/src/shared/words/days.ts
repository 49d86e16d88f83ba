/** Days as people write them: 2022-12-18, 2022年12月18日, 2022.12.18, 20221218, 12月18日. */
const PATTERNS = [
  /^(?<year>\d{4})\s*[-./年]\s*(?<month>\d{1,2})\s*[-./月]\s*(?<day>\d{1,2})\s*[日号]?$/u,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<month>\d{1,2})\s*[-./月]\s*(?<day>\d{1,2})\s*[日号]?$/u,
];

/** Full-width digits and signs as plain ones. */
const plain = (text: string): string =>
  text.trim().replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const two = (number: number): string => String(number).padStart(2, "0");

/** The day as `YYYY-MM-DD`, empty for no text; `null` where no day can be read. A day without year is in `thisYear`. */
export function parseDay(text: string, thisYear: number): string | null {
  const written = plain(text);
  if (written === "") return "";
  for (const pattern of PATTERNS) {
    const found = pattern.exec(written)?.groups;
    if (!found) continue;
    const [year, month, day] = [Number(found.year ?? thisYear), Number(found.month), Number(found.day)];
    // A day that the calendar does not have would become another one.
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
    return exists ? `${year}-${two(month)}-${two(day)}` : null;
  }
  return null;
}
