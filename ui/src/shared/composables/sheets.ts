/** What can be laid over every screen: the settings and the help, one at a time. */
import { defineStore } from "pinia";
import { shallowRef } from "vue";

export type Sheet = "settings" | "help";

export const useSheets = defineStore("sheets", () => {
  const open = shallowRef<Sheet | null>(null);

  function show(sheet: Sheet): void {
    open.value = sheet;
  }

  function close(): void {
    open.value = null;
  }

  return { open, show, close };
});
