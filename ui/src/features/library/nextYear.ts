/** The title of next year's catalogue: every year in it counts one up. */
export const nextYearTitle = (title: string): string =>
  title.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, (year) => String(Number(year) + 1));
