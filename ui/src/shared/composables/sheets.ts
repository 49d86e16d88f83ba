/** What can be laid over every screen, one at a time: settings, help, people, and the hand-off files. */
import { defineStore } from "pinia";
import { shallowRef } from "vue";

import type { FileToRead, Id } from "@/platform";

export type Sheet = "settings" | "help" | "people" | "handoff-open" | "handoff-write";

/** Sheets that are about one catalogue. */
type SheetOfCatalogue = "handoff-write";

export const useSheets = defineStore("sheets", () => {
  const open = shallowRef<Sheet | null>(null);
  /** The catalogue that the open sheet is about; empty where it is about none. */
  const about = shallowRef<Id>("");
  /** The hand-off file that is opened at once; none where it is still to be chosen. */
  const file = shallowRef<FileToRead | null>(null);

  function show(sheet: SheetOfCatalogue, given: { id: Id }): void;
  function show(sheet: "handoff-open", given?: { file: FileToRead }): void;
  function show(sheet: Exclude<Sheet, SheetOfCatalogue>): void;
  function show(sheet: Sheet, given: { id?: Id; file?: FileToRead } = {}): void {
    about.value = given.id ?? "";
    file.value = given.file ?? null;
    open.value = sheet;
  }

  function close(): void {
    open.value = null;
  }

  return { open, about, file, show, close };
});
