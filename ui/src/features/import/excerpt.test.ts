import { expect, it } from "vitest";

import { aroundChange } from "./excerpt";

const say = (before: string, after: string): string[] => {
  const shown = aroundChange(before, after);
  return [shown.before, shown.after].map((runs) =>
    runs.map(({ text, is_changed }) => (is_changed ? `[${text}]` : text)).join(""),
  );
};

it("what differs is shown with some words before it, and what cannot be seen has a sign", () => {
  expect(say("20 个工作日", "20个工作日")).toEqual(["20[␣]个工作日", "20个工作日"]);
  expect(say("20 个 工作日,10 天", "20个工作日，10天")).toEqual(["20[␣]个[␣]工作日[,]10[␣]天", "20个工作日[，]10天"]);
  expect(say("等等...", "等等……")).toEqual(["等等[...]", "等等[……]"]);
  expect(say("公开\n依据", "公开依据")).toEqual(["公开[↵]依据", "公开依据"]);
  expect(say("这里是很长很长的一段文字,完", "这里是很长很长的一段文字，完")).toEqual([
    "…长很长的一段文字[,]完",
    "…长很长的一段文字[，]完",
  ]);
});
