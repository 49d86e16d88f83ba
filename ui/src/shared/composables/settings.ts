/** What this machine remembers about the window: nothing of a catalogue. */
import { defineStore } from "pinia";
import { ref, watch, type Ref } from "vue";

import type { Paper } from "@/platform";

export type RowHeight = "two" | "four" | "full";

function remembered<T extends string>(key: string, choices: readonly T[], first: T): Ref<T> {
  const stored = localStorage.getItem(key);
  const value = ref(choices.find((choice) => choice === stored) ?? first) as Ref<T>;
  watch(value, (chosen) => localStorage.setItem(key, chosen));
  return value;
}

export const useSettings = defineStore("settings", () => ({
  paper: remembered<Paper>("paper", ["a3", "a4"], "a3"),
  rowHeight: remembered<RowHeight>("row-height", ["two", "four", "full"], "four"),
}));
