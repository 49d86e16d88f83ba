import { expect, it } from "vitest";

import type { Action, SignoffView, Stage } from "@/platform";

import { wayOf } from "./way";

const step = (action: Action, name: string, version = 2) => ({ action, name, version });
const signoff = (stage: Stage, steps: ReturnType<typeof step>[], has_secrecy_review = false) => ({ stage, version: 2, steps, has_secrecy_review }) as unknown as SignoffView;
const words = (view: SignoffView) => wayOf(view).map((stop) => [stop.name, stop.by, stop.state].filter(Boolean).join(" "));

it("names what is done and by whom, where it is, and what comes", () => {
  expect(words(signoff("in_review", [step("approve", "旧人", 1), step("submit", "甲某")]))).toEqual(["填表 甲某 done", "待复核 now", "待审签 later", "已审签 later"]);
});

it("counts nothing that was done before it was sent back", () => {
  expect(words(signoff("preparing", [step("submit", "甲某"), step("send_back", "乙某")]))[0]).toBe("填表中 now");
});

it("has 保密审查 only where it is asked for, and is done at the end", () => {
  expect(words(signoff("secrecy_review", [step("submit", "甲某")], true))[1]).toBe("待保密审查 now");
  expect(wayOf(signoff("approved", [step("submit", "甲某"), step("review", "乙某"), step("approve", "丙某")])).every((stop) => stop.state === "done")).toBe(true);
});
