import { expect, it } from "vitest";

import { parseDay } from "./days";

it("a day is read however it is written", () => {
  const ways = [
    "2022-12-18",
    "2022年12月18日",
    "2022.12.18",
    "2022/12/18",
    "20221218",
    "12月18日",
    "12-18",
    " 2022 年 12 月 18 日 ",
    "２０２２－１２－１８",
    "2022年12月18号",
  ];
  for (const way of ways) expect(parseDay(way, 2022), way).toBe("2022-12-18");
  expect(parseDay("2022年2月8日", 2026)).toBe("2022-02-08");
});

it("no text is no day", () => {
  expect(parseDay("  ", 2022)).toBe("");
});

it("what is no day is not made into another one", () => {
  for (const text of ["2022-02-30", "2022-13-01", "昨天", "2022年12月", "18", "2022-1-2-3", "0202-12-18"])
    expect(parseDay(text, 2022), text).toBeNull();
  expect(parseDay("2024-02-29", 2022)).toBe("2024-02-29");
});
