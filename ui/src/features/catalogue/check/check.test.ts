import { createPinia, setActivePinia } from "pinia";
import { beforeEach, expect, it, vi } from "vitest";

vi.mock("@/platform", () => ({ AppFailure: class extends Error {} }));

import type { Finding, SignoffView } from "@/platform";

import { useFindings } from "../findings";
import { group, item, view } from "../fixtures";
import { useSignoff } from "../signoff/store";
import { useCatalogue } from "../store";
import { useCheck } from "./check";

beforeEach(() => setActivePinia(createPinia()));

it("what a reason was given for is listed, and counted no more as something to do", () => {
  useCatalogue().view = view([group("g", [item("a"), item("b")])]);
  const findings: Finding[] = ["a", "b"].map((at) => ({
    item: at,
    part: null,
    column: "basis",
    severity: "error",
    problem: { kind: "empty" },
  }));
  useFindings().all = findings;
  const check = useCheck();
  expect([check.all.value.length, check.open.value.length]).toEqual([2, 2]);
  useSignoff().view = {
    excuses: [{ rule: "empty", item: "a", part: null, column: "basis", reason: "依据正在修订。" }],
  } as unknown as SignoffView;
  expect(check.all.value.length).toBe(2);
  expect(check.open.value.map((finding) => finding.item)).toEqual(["b"]);
});
