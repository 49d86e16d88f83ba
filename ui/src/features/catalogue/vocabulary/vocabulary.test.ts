// @vitest-environment happy-dom
import { clearMocks } from "@tauri-apps/api/mocks";
import { createPinia, setActivePinia } from "pinia";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Change, EditRequest, TermUse } from "@/platform";
import { answerCommands } from "@/platform/fixtures";

import { group, item, view } from "../fixtures";
import { useCatalogue } from "../store";
import { matching, useVocabulary } from "./vocabulary";

const term = (text: string, items: string[] = [], uses_elsewhere = 0): TermUse => ({ text, items, uses_elsewhere });

describe("the terms of a column", () => {
  it("are found by their characters first, then by what sounds alike", () => {
    const terms = [term("信息形成"), term("形成xx"), term("XX办法")];
    expect(matching(terms, "xx", new Set(["信息形成"])).map((each) => each.text)).toEqual([
      "形成xx",
      "XX办法",
      "信息形成",
    ]);
    expect(matching(terms, " ", new Set())).toBe(terms);
  });
});

describe("putting a term in the place of another", () => {
  let known: TermUse[];
  let asked: { command: string; given: unknown }[];

  beforeEach(() => {
    setActivePinia(createPinia());
    const catalogue = useCatalogue();
    catalogue.view = view([group("1", [item("1", { basis: "《甲》" })])]);
    known = [term("《甲》", ["1"], 2), term("《乙》", [], 1)];
    asked = [];
    answerCommands((command, given) => {
      asked.push({ command, given });
      if (command === "terms") return known;
      if (command === "rename_term_elsewhere") return 3;
      if (command === "edit")
        return { ...(catalogue.view as object), groups: [], shape: null, focus: null } as unknown as Change;
      return [];
    });
  });
  afterEach(clearMocks);

  const requests = (): EditRequest[] =>
    asked.filter((each) => each.command === "edit").map((each) => (each.given as { request: EditRequest }).request);

  it("is one change of this catalogue, and the new term is chosen", async () => {
    const vocabulary = useVocabulary();
    await vocabulary.show("basis");
    expect(vocabulary.chosen.value?.text).toBe("《甲》");
    known = [term("《丙》", ["1"]), term("《乙》", [], 1)];
    expect(await vocabulary.rename("《丙》", false)).toEqual({ items: 1, elsewhere: 0 });
    expect(requests()).toEqual([{ kind: "rename_term", column: "basis", from: "《甲》", to: "《丙》" }]);
    expect(vocabulary.chosen.value?.text).toBe("《丙》");
  });

  it("also in other catalogues where that is wanted, and only there where this one has none", async () => {
    const vocabulary = useVocabulary();
    await vocabulary.show("basis");
    vocabulary.step(1);
    expect(await vocabulary.rename("《丙》", true)).toEqual({ items: 0, elsewhere: 3 });
    expect(requests()).toEqual([]);
    expect(asked.some((each) => each.command === "rename_term_elsewhere")).toBe(true);
  });
});
