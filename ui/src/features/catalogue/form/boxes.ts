/** The boxes of 公开渠道和载体: how they stand in two columns, and which keys reach them. */

/** The keys that toggle the first boxes: the top row of the keyboard, left to right. */
export const BOX_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "=", "\\"];

/** The boxes line by line, by their positions; a wide one has a line of its own. */
export function boxLines(wide: boolean[]): number[][] {
  const lines: number[][] = [];
  let isOpen = false;
  wide.forEach((isWide, index) => {
    if (isOpen && !isWide) lines.at(-1)?.push(index);
    else lines.push([index]);
    isOpen = !isWide && !isOpen;
  });
  return lines;
}

/** The box that an arrow key goes to. */
export function stepBox(lines: number[][], at: number, key: string): number {
  const last = lines.flat().length - 1;
  const line = lines.findIndex((each) => each.includes(at));
  const column = lines[line]?.indexOf(at) ?? 0;
  const inLine = (of: number): number => lines[of]?.[column] ?? lines[of]?.[0] ?? at;
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, at - 1);
    case "ArrowRight":
      return Math.min(last, at + 1);
    case "ArrowUp":
      return inLine(line - 1);
    case "ArrowDown":
      return inLine(line + 1);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return at;
  }
}
