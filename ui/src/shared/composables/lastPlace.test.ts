// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";

import { lastCatalogue, lastPlaceIn, rememberPlace } from "./lastPlace";

beforeEach(() => localStorage.clear());

it("each catalogue has its own last place, and the last catalogue is known", () => {
  rememberPlace("a", "a1");
  rememberPlace("b", "b1");
  rememberPlace("a", "a2");
  expect(lastPlaceIn("a")).toBe("a2");
  expect(lastPlaceIn("b")).toBe("b1");
  expect(lastPlaceIn("c")).toBeUndefined();
  expect(lastCatalogue()).toBe("a");
});

it("only fifty are remembered, those visited longest ago go first", () => {
  for (let at = 0; at < 60; at += 1) rememberPlace(`c${at}`, "x");
  expect(lastPlaceIn("c9")).toBeUndefined();
  expect(lastPlaceIn("c10")).toBe("x");
});

it("what another version left behind does no harm", () => {
  localStorage.setItem("last-places", "{not json");
  expect(lastCatalogue()).toBeUndefined();
  rememberPlace("a", "a1");
  expect(lastCatalogue()).toBe("a");
});
