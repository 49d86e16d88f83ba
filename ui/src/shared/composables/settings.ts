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

/** After how many minutes without key or mouse the window is locked, where somebody is working. */
export const LOCK_MINUTES = [5, 15, 30, 60] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];

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

/** How the columns of a template's table are arranged on the screen, by their keys. */
export interface ColumnLayout {
  /** Widths in pixels, of those columns that were given one. */
  widths: Record<string, number>;
  hidden: string[];
  /** The last column that stays while the others scroll sideways. */
  frozen: string | null;
}

/** By the template's id. */
function rememberedLayouts(key: string): Ref<Record<string, ColumnLayout>> {
  const value = ref(readLayouts(localStorage.getItem(key)));
  watch(value, (layouts) => localStorage.setItem(key, JSON.stringify(layouts)));
  return value;
}

function readLayouts(stored: string | null): Record<string, ColumnLayout> {
  try {
    return JSON.parse(stored ?? "{}") as Record<string, ColumnLayout>;
  } catch {
    return {};
  }
}

export const useSettings = defineStore("settings", () => ({
  theme: remembered<Theme>("theme", THEMES, "system"),
  scale: remembered<Scale>("scale", SCALES, 100),
  /** Whether the guide of the first start was gone through or skipped. */
  guide: remembered<"first" | "seen">("guide", ["first", "seen"], "first"),
  lockMinutes: remembered<LockMinutes>("lock-minutes", LOCK_MINUTES, 15),
  paper: remembered<Paper>("paper", ["a3", "a4"], "a3"),
  rowHeight: remembered<RowHeight>("row-height", ROW_HEIGHTS, "four"),
  outlineShown: remembered<boolean>("outline-shown", [true, false], true),
  formShown: remembered<boolean>("form-shown", [true, false], true),
  outlineWidth: rememberedSize("outline-width"),
  formWidth: rememberedSize("form-width"),
  dockHeight: rememberedSize("dock-height"),
  columnLayouts: rememberedLayouts("column-layouts"),
}));
