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

function rememberedFlag(key: string, first: boolean): Ref<boolean> {
  const value = ref(localStorage.getItem(key) === null ? first : localStorage.getItem(key) === "true");
  watch(value, (chosen) => localStorage.setItem(key, String(chosen)));
  return value;
}

/** A size in pixels; 0 is the usual one. */
function rememberedSize(key: string): Ref<number> {
  const value = ref(Number(localStorage.getItem(key)) || 0);
  watch(value, (chosen) => localStorage.setItem(key, String(chosen)));
  return value;
}

export const useSettings = defineStore("settings", () => ({
  paper: remembered<Paper>("paper", ["a3", "a4"], "a3"),
  rowHeight: remembered<RowHeight>("row-height", ["two", "four", "full"], "four"),
  outlineShown: rememberedFlag("outline-shown", true),
  formShown: rememberedFlag("form-shown", true),
  outlineWidth: rememberedSize("outline-width"),
  formWidth: rememberedSize("form-width"),
  dockHeight: rememberedSize("dock-height"),
}));
