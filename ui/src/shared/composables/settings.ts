/** What this machine remembers about the window: nothing of a catalogue. */
import { defineStore } from "pinia";
import { ref, watch, type Ref } from "vue";

import type { Paper } from "@/platform";

export const ROW_HEIGHTS = ["two", "four", "full"] as const;
export type RowHeight = (typeof ROW_HEIGHTS)[number];

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** How large everything is drawn, in percent. */
export const SCALES = [100, 110, 125, 140, 150] as const;
export type Scale = (typeof SCALES)[number];

function remembered<T extends string | number | boolean>(key: string, choices: readonly T[], first: T): Ref<T> {
  const stored = localStorage.getItem(key);
  const value = ref(choices.find((choice) => String(choice) === stored) ?? first) as Ref<T>;
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
  theme: remembered<Theme>("theme", THEMES, "system"),
  scale: remembered<Scale>("scale", SCALES, 100),
  /** Whether the guide of the first start was gone through or skipped. */
  guide: remembered<"first" | "seen">("guide", ["first", "seen"], "first"),
  paper: remembered<Paper>("paper", ["a3", "a4"], "a3"),
  rowHeight: remembered<RowHeight>("row-height", ROW_HEIGHTS, "four"),
  outlineShown: remembered<boolean>("outline-shown", [true, false], true),
  formShown: remembered<boolean>("form-shown", [true, false], true),
  outlineWidth: rememberedSize("outline-width"),
  formWidth: rememberedSize("form-width"),
  dockHeight: rememberedSize("dock-height"),
}));
