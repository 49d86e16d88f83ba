// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { createApp, type App } from "vue";

import type { Run } from "@/platform";

import RunText from "./RunText.vue";

let app: App | undefined;
afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
});

function shown(runs: Run[], side: "before" | "after"): HTMLElement {
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp(RunText, { runs, side });
  app.mount(place);
  return place;
}

const runs = [
  { text: "信息形成之日起", is_changed: false },
  { text: "20", is_changed: true },
  { text: "个工作日内", is_changed: false },
];

it("strikes out what only the old text has, and underlines what only the new one has", () => {
  const before = shown(runs, "before");
  expect(before.textContent).toBe("信息形成之日起20个工作日内");
  expect(before.querySelector("del")?.textContent).toBe("20");
  expect(before.querySelector("ins")).toBeNull();
  expect(shown(runs, "after").querySelector("ins")?.textContent).toBe("20");
});

it("says so where there is no text", () => {
  expect(shown([], "before").textContent).toBe("（空）");
});
