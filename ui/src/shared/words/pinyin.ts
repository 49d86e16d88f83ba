/**
 * Pinyin initials, without a dictionary: the first character of each initial in the order of pinyin, which the
 * system's own collation knows. Of a character with several readings it takes the one of the collation.
 */
const FIRSTS = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀";
const INITIALS = "abcdefghjklmnopqrstwxyz";

const collator = new Intl.Collator("zh-CN-u-co-pinyin");

const known = new Map<string, string>();

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  const before = known.get(character);
  if (before !== undefined) return before;
  let at = FIRSTS.length - 1;
  while (at > 0 && collator.compare(character, FIRSTS[at] ?? "") < 0) at -= 1;
  const initial = INITIALS[at] ?? "";
  known.set(character, initial);
  return initial;
}

/** `xzxk` for 行政许可; other characters stay as they are, in small letters. */
export const pinyinInitials = (text: string): string => [...text].map(initialOf).join("");
