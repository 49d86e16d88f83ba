// @vitest-environment happy-dom
import { clearMocks } from "@tauri-apps/api/mocks";
import { createPinia } from "pinia";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp, nextTick, type App } from "vue";

import { answerCommands } from "@/platform/fixtures";
import CodeDialog from "./CodeDialog.vue";

const version = {
  catalogue: "a",
  title: "清单目录",
  number: 2,
  approved_at: "2022-12-20T02:12:00Z",
  approved_by: "丙某",
  is_proved: true,
};
let app: App | undefined;

beforeEach(() =>
  answerCommands((_, given) => {
    const { code } = given as { code: string };
    if (code.length < 4) throw { code: "bad_check_code", problem: { kind: "length", found: code.length, wanted: 12 } };
    return { check_code: "7K4M-Q2XD-93TA", version: code.startsWith("7") ? version : null };
  }),
);
afterEach(() => {
  app?.unmount();
  document.body.replaceChildren();
  clearMocks();
});

const find = <T extends HTMLElement>(testid: string): T | null =>
  document.querySelector<T>(`[data-testid="${testid}"]`);

/** What the dialog says after that was typed and checked. */
async function asked(code: string): Promise<{ answer: string; problem: string; field: string }> {
  const place = document.createElement("div");
  document.body.append(place);
  app = createApp(CodeDialog);
  app.use(createPinia());
  app.mount(place);
  const field = find<HTMLInputElement>("code-text");
  if (!field) throw new Error("no field");
  field.value = code;
  field.dispatchEvent(new Event("input"));
  await nextTick();
  document.querySelector("form")?.dispatchEvent(new Event("submit"));
  await new Promise((resolve) => setTimeout(resolve));
  await nextTick();
  return {
    answer: find("code-answer")?.textContent ?? "",
    problem: find("code-problem")?.textContent ?? "",
    field: field.value,
  };
}

describe("a code from paper", () => {
  it("is taken however it is typed, and answered as it is printed", async () => {
    const { answer, field } = await asked("7k4m q2xd93ta");
    expect(answer).toContain("《清单目录》第2版");
    expect(field).toBe("7K4M-Q2XD-93TA");
  });

  it("of no version here is said to be none", async () =>
    expect((await asked("8888-8888-8888")).answer).toContain("不属于本目录库"));

  it("that is none is not answered, but said what is wrong with it", async () => {
    const { answer, problem } = await asked("7K4");
    expect(answer).toBe("");
    expect(problem).toContain("应有12个字符，现有3个");
  });

  it("is asked for where there is none", async () => expect((await asked("  ")).problem).toBe("请输入核对码。"));
});
