/** What can be laid over every screen, one at a time: the settings, the help, the people, hand-off files. */
import { defineStore } from "pinia";
import { shallowRef } from "vue";

import type { Id } from "@/platform";

/** Each sheet with what it must be told. */
export interface SheetGiven {
  settings: null;
  help: null;
  people: null;
  /** Writes a catalogue into a hand-off file. */
  "handoff-write": { id: Id };
}

export type Sheet = keyof SheetGiven;

type Shown = { [S in Sheet]: { sheet: S; given: SheetGiven[S] } }[Sheet];

/** Only a sheet that must be told something takes an argument. */
type Given<S extends Sheet> = SheetGiven[S] extends null ? [] : [given: SheetGiven[S]];

export const useSheets = defineStore("sheets", () => {
  const open = shallowRef<Sheet | null>(null);
  const shown = shallowRef<Shown | null>(null);

  function show<S extends Sheet>(sheet: S, ...[given]: Given<S>): void {
    shown.value = { sheet, given: given ?? null } as Shown;
    open.value = sheet;
  }

  /** What a sheet was told; nothing while it is not shown. */
  function given<S extends Sheet>(sheet: S): SheetGiven[S] | null {
    return shown.value?.sheet === sheet ? (shown.value.given as SheetGiven[S]) : null;
  }

  function close(): void {
    shown.value = null;
    open.value = null;
  }

  return { open, show, given, close };
});
