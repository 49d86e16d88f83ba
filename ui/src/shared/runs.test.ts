import { describe, expect, it } from "vitest";

import type { Run } from "@/platform";

import { shortRuns } from "./runs";

const same = (text: string): Run => ({ text, is_changed: false });
const changed = (text: string): Run => ({ text, is_changed: true });
const long = "甲".repeat(60) + "乙".repeat(60);

describe("long text around a change", () => {
  it("is shortened where it is far from the change", () => {
    expect(shortRuns([same(long), changed("20"), same(long), changed("5"), same(long)])).toEqual([
      same(`…${"乙".repeat(16)}`),
      changed("20"),
      same(`${"甲".repeat(16)}…${"乙".repeat(16)}`),
      changed("5"),
      same(`${"甲".repeat(16)}…`),
    ]);
  });

  it("stays whole where it is short, where it is changed, and where nothing is changed", () => {
    for (const runs of [[same("信息形成之日起"), changed("20"), same("个工作日内")], [changed(long)], [same(long)], []])
      expect(shortRuns(runs)).toEqual(runs);
  });

  it("is not cut inside a character that takes two units", () => {
    const [first] = shortRuns([same("𠮷".repeat(60)), changed("x")]);
    expect(first?.text).toBe(`…${"𠮷".repeat(16)}`);
  });
});
