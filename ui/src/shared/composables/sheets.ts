/** What can be laid over every screen, one at a time: settings, help, people, and the hand-off files. */
import { defineStore } from "pinia";
import { shallowRef } from "vue";

import type { Id } from "@/platform";

export type Sheet = "settings" | "help" | "people" | "handoff-open" | "handoff-write";

/** Sheets that are about one catalogue. */
type SheetOfCatalogue = "handoff-write";

export const useSheets = defineStore("sheets", () => {
  const open = shallowRef<Sheet | null>(null);
  /** The catalogue that the open sheet is about; empty where it is about none. */
  const about = shallowRef<Id>("");

  function show(sheet: SheetOfCatalogue, given: { id: Id }): void;
  function show(sheet: Exclude<Sheet, SheetOfCatalogue>): void;
  function show(sheet: Sheet, given?: { id: Id }): void {
    about.value = given?.id ?? "";
    open.value = sheet;
  }

  function close(): void {
    open.value = null;
  }

  return { open, about, show, close };
});
