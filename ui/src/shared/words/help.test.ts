import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, it } from "vitest";

import { keyName } from "@/shared/composables/keys";

import { helpSections } from "./help";

const rows = helpSections.flatMap((section) => section.keys.map((row) => ({ ...row, section: section.name })));
const all = rows.flatMap((row) => row.keys);

/** The press that a name stands for. */
function press(name: string): KeyboardEvent {
  const key = /(?:^|\+)([^+]+)$/.exec(name)?.[1] ?? "";
  const code = /^[A-Z]$/.test(key)
    ? `Key${key}`
    : /^\d$/.test(key)
      ? `Digit${key}`
      : ({ "=": "Equal", "-": "Minus", "\\": "Backslash", ",": "Comma" }[key] ?? key);
  return {
    key,
    code,
    keyCode: 0,
    isComposing: false,
    ctrlKey: name.includes("Ctrl+"),
    altKey: name.includes("Alt+"),
    shiftKey: name.includes("Shift+"),
    metaKey: false,
  } as KeyboardEvent;
}

it("every key is named as a press of it is named", () => {
  expect(all.filter((name) => keyName(press(name)) !== name)).toEqual([]);
  const plain =
    /^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[A-Z]|\d|F([1-9]|1[0-2])|[-=\\,]|Arrow(?:Up|Down|Left|Right)|Home|End|Page(?:Up|Down)|Enter|Escape|Tab|Space|Delete)$/;
  expect(all.filter((name) => !plain.test(name))).toEqual([]);
});

it("no key belongs to the input method", () => {
  expect(all.filter((name) => ["Ctrl+Space", "Shift+Space", "Ctrl+.", "Shift"].includes(name))).toEqual([]);
});

it("a key does one thing in a section, and each row says what", () => {
  const places = rows.flatMap((row) => row.keys.map((key) => `${row.section} ${key}`));
  expect(new Set(places).size).toBe(places.length);
  expect(rows.filter((row) => row.does === "" || row.keys.length === 0)).toEqual([]);
});

it("every key with Ctrl, Alt or a number that a screen listens to is in the help", () => {
  const root = fileURLToPath(new URL("../../features", import.meta.url));
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|vue)$/.test(name) && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(join(root, name), "utf8"));
  const listened =
    /"((?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z0-9]|F\d+|Arrow\w+|Page\w+|Enter|Home|End|Delete|[-=,.]|\\\\))"|\b(F\d{1,2})(?="\]|: )/g;
  const named = sources.flatMap((source) =>
    [...source.matchAll(listened)].map((match) => (match[1] ?? match[2] ?? "").replace("\\\\", "\\")),
  );
  expect(named.length).toBeGreaterThan(30);
  expect([...new Set(named)].filter((name) => !all.includes(name))).toEqual([]);
});
