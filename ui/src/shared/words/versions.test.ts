import { expect, it } from "vitest";

import { codeSentence } from "./versions";

const version = {
  catalogue: "a",
  title: "清单目录",
  number: 2,
  approved_at: "2022-12-20T02:12:00Z",
  approved_by: "丙某",
  is_proved: true,
};

it("a code of this library is answered with whose it is, by whom and when", () => {
  const { text, isGood } = codeSentence({ check_code: "7K4M-Q2XD-93TA", version });
  expect(text).toMatch(/《清单目录》第2版，丙某于2022年12月20日审签。签名核对相符/);
  expect(isGood).toBe(true);
});

it("a version whose signatures do not hold proves nothing", () => {
  const { text, isGood } = codeSentence({ check_code: "7K4M-Q2XD-93TA", version: { ...version, is_proved: false } });
  expect(text).toContain("签名核对不符");
  expect(isGood).toBe(false);
});

it("a code of no version here is not good, and is written as it is printed", () => {
  const { text, isGood } = codeSentence({ check_code: "7K4M-Q2XD-93TA", version: null });
  expect(text).toContain("核对码7K4M-Q2XD-93TA不属于");
  expect(isGood).toBe(false);
});
