// @vitest-environment happy-dom
import { clearMocks } from "@tauri-apps/api/mocks";
import { createPinia } from "pinia";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp, type App } from "vue";

import type { Term } from "@/platform";
import { answerCommands } from "@/platform/fixtures";

import { view } from "../fixtures";
import { useCatalogue } from "../store";
import { placeAt } from "./place";
import { useSuggestions } from "./suggestions";

const term = (text: string): Term => ({ text, mark: null, uses: 1, uses_elsewhere: 0 });

/** The host, which answers a question when told to. */
function host() {
  const asked = new Map<string, (terms: Term[]) => void>();
  answerCommands((command, given) => {
    if (command !== "suggest") return undefined;
    const { typed } = given as { typed: string };
    return new Promise((resolve) => asked.set(typed, resolve));
  });
  return asked;
}

let app: App;
let suggestions: ReturnType<typeof useSuggestions>;

beforeEach(() => {
  app = createApp({
    setup() {
      suggestions = useSuggestions();
      return () => null;
    },
  });
  app.use(createPinia());
  app.mount(document.createElement("div"));
  useCatalogue().view = view([]);
});

afterEach(() => {
  app.unmount();
  clearMocks();
});

describe("suggestions", () => {
  it("are those for what was typed last, in whatever order the answers come", async () => {
    const asked = host();
    const first = suggestions.ask("time_limit", "信");
    const second = suggestions.ask("time_limit", "信息");
    asked.get("信息")?.([term("信息形成之日起20个工作日内")]);
    await second;
    asked.get("信")?.([term("信访")]);
    await first;
    expect(suggestions.terms.value.map((each) => each.text)).toEqual(["信息形成之日起20个工作日内"]);
  });

  it("do not come back after the list was closed", async () => {
    const asked = host();
    const answer = suggestions.ask("time_limit", "信");
    suggestions.close();
    asked.get("信")?.([term("信访")]);
    await answer;
    expect(suggestions.terms.value).toEqual([]);
  });

  it("are not asked for in columns whose texts do not repeat", async () => {
    const asked = host();
    await suggestions.ask("content", "信");
    expect(asked.size).toBe(0);
  });

  it("are chosen around in a ring that has what was typed in it", async () => {
    const asked = host();
    const answer = suggestions.ask("remarks", "");
    asked.get("")?.([term("甲"), term("乙")]);
    await answer;
    expect(suggestions.active.value).toBe(-1);
    const chosen = [1, 1, 1, -1].map((by) => {
      suggestions.step(by as 1 | -1);
      return suggestions.active.value;
    });
    expect(chosen).toEqual([0, 1, -1, 1]);
    expect(suggestions.take()).toBe("乙");
    expect(suggestions.isOpen.value).toBe(false);
    expect(suggestions.take()).toBeNull();
  });
});

describe("the place of the list", () => {
  const room = { width: 1280, height: 800 };

  it("is below the field, inside of the window", () => {
    expect(placeAt({ left: 1100, top: 100, bottom: 128, width: 150 }, { width: 300, height: 200 }, room)).toEqual({
      left: 972,
      top: 131,
      maxHeight: 340,
    });
  });

  it("is below as long as there is enough room to scroll in, and never covers all", () => {
    expect(placeAt({ left: 20, top: 400, bottom: 500, width: 150 }, { width: 300, height: 600 }, room)).toEqual({
      left: 20,
      top: 503,
      maxHeight: 289,
    });
    expect(placeAt({ left: 20, top: 700, bottom: 728, width: 150 }, { width: 300, height: 600 }, room)).toEqual({
      left: 20,
      top: 357,
      maxHeight: 340,
    });
  });

  it("is above where there is no room below", () => {
    expect(placeAt({ left: 20, top: 700, bottom: 728, width: 150 }, { width: 300, height: 200 }, room)).toMatchObject({
      left: 20,
      top: 497,
    });
  });
});
