import { expect, it } from "vitest";

import type { Finding } from "@/platform";

import { excusedOf } from "./excused";

const finding = (item: string, problem: Finding["problem"], part: number | null = null): Finding => ({
  item,
  part,
  column: "channels",
  severity: "error",
  problem,
});

it("an error is shown with the reason that was given for it, and for no other at the same cell", () => {
  const found = [
    finding("a", { kind: "no_channel" }),
    finding("a", { kind: "no_note", label: "其他" }),
    finding("b", { kind: "no_channel" }, 1),
  ];
  const excuse = (item: string, part: number | null, reason: string) => ({
    rule: "no_channel",
    item,
    part,
    column: "channels",
    reason,
  });
  expect(excusedOf(found, [excuse("b", 1, "待定"), excuse("a", null, "正在建"), excuse("b", 0, "别处")])).toEqual([
    { spot: { item: "a", part: null, column: "channels" }, problem: { kind: "no_channel" }, reason: "正在建" },
    { spot: { item: "b", part: 1, column: "channels" }, problem: { kind: "no_channel" }, reason: "待定" },
  ]);
});
