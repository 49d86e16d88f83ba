// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";

import { rememberSeen, seenIn } from "./seen";

beforeEach(() => localStorage.clear());

it("what was seen is remembered for a catalogue until its next step", () => {
  rememberSeen("a", 3, new Set(["x", "y"]));
  rememberSeen("b", 1, new Set(["z"]));
  expect([...seenIn("a", 3)]).toEqual(["x", "y"]);
  expect([...seenIn("b", 1)]).toEqual(["z"]);
  expect([...seenIn("a", 4)]).toEqual([]);
});

it("only the catalogues used last are remembered, and what cannot be read is nothing", () => {
  for (let at = 0; at < 15; at += 1) rememberSeen(`c${at}`, 1, new Set(["x"]));
  expect(seenIn("c0", 1).size).toBe(0);
  expect(seenIn("c14", 1).size).toBe(1);
  localStorage.setItem("seen-changes", "{");
  expect(seenIn("c14", 1).size).toBe(0);
});
