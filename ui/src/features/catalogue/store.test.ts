import { createPinia, setActivePinia } from "pinia";
import { beforeEach, describe, expect, it, vi } from "vitest";

import type { Stage } from "@/platform";

const platform = vi.hoisted(() => ({ edit: vi.fn(), undo: vi.fn(), redo: vi.fn(), goTo: vi.fn() }));
vi.mock("@/platform", () => ({ ...platform, AppFailure: class extends Error {} }));

import { useToast } from "@/shared/composables/toast";

import { CHANGING, useCommands, type ScreenActs } from "./commands";
import { group, item, view } from "./fixtures";
import { useCatalogue } from "./store";

function open(stage: Stage) {
  const catalogue = useCatalogue();
  const shown = view([group("a", [item("1")])]);
  catalogue.view = {
    ...shown,
    stage,
    state: { ...shown.state, undo: { kind: "set_template" }, redo: { kind: "set_template" } },
  };
  catalogue.selectItem("1", "content");
  return catalogue;
}

beforeEach(() => {
  setActivePinia(createPinia());
  vi.clearAllMocks();
});

describe.each(["secrecy_review", "in_review", "in_approval", "approved"] as const)(
  "a catalogue that is %s",
  (stage) => {
    it("takes no change by any way, and says why", async () => {
      const catalogue = open(stage);
      const first = item("1");
      catalogue.type(first, 0, "content", { kind: "text", text: "改" }, "own");
      await catalogue.set(first, 0, "content", { kind: "text", text: "改" }, "own");
      catalogue.typeHeading("title", "改");
      catalogue.typeGroupName("a", "改");
      await catalogue.request({ kind: "remove_items", items: ["1"] });
      await catalogue.undo();
      await catalogue.redo();
      await catalogue.goTo(-1);
      expect(catalogue.waiting.size).toBe(0);
      for (const change of Object.values(platform)) expect(change).not.toHaveBeenCalled();
      expect(useToast().current?.text).toMatch(/只能查看/);
    });

    it("offers no command that changes it", () => {
      open(stage);
      const { commands } = useCommands({} as ScreenActs);
      expect([...CHANGING].filter((id) => commands.value[id].can !== false)).toEqual([]);
      expect(commands.value.find.can).toBeUndefined();
    });
  },
);

it("a catalogue that is prepared takes changes", () => {
  const catalogue = open("preparing");
  catalogue.typeHeading("title", "改");
  expect([catalogue.isReadOnly, catalogue.waiting.size]).toEqual([false, 1]);
  catalogue.discard();
});
