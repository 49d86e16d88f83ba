import { expect, it } from "vitest";

import { chipsThatFit, headerPieces } from "./widths";

it("a header in a narrow cell breaks between words of two characters, from the end", () => {
  expect(headerPieces("依申请公开", 28)).toEqual(["依", "申请", "公开"]);
  expect(headerPieces("全社会", 28)).toEqual(["全", "社会"]);
  expect(headerPieces("主动公开", 28)).toEqual(["主动", "公开"]);
  expect(headerPieces("决策", 28)).toEqual(["决策"]);
});

it("a header in the narrowest cell stands upright", () => {
  expect(headerPieces("备注", 26)).toEqual(["备", "注"]);
});

it("a chip that does not fit any more begins the next line", () => {
  expect(chipsThatFit(["门户网站", "两微一端"], 117, 1)).toBe(2);
  expect(chipsThatFit(["门户网站", "两微一端"], 100, 1)).toBe(1);
  expect(chipsThatFit(["门户网站", "两微一端"], 100, 2)).toBe(2);
});
