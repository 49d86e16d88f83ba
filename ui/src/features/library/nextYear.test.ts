import { expect, it } from "vitest";

import { nextYearTitle } from "./nextYear";

it("a year in the title counts one up, also where there are two", () => {
  expect(nextYearTitle("中卫市2022年政务公开目录")).toBe("中卫市2023年政务公开目录");
  expect(nextYearTitle("政务公开目录（2019—2020年度）")).toBe("政务公开目录（2020—2021年度）");
  expect(nextYearTitle("目录（1999版）")).toBe("目录（2000版）");
});

it("other numbers and titles without a year stay", () => {
  expect(nextYearTitle("政务公开目录")).toBe("政务公开目录");
  expect(nextYearTitle("第120212号目录 711项")).toBe("第120212号目录 711项");
});
