/** Which screen is shown. The screen that is left may first finish saving, or refuse. */
import { defineStore } from "pinia";
import { shallowRef } from "vue";

import type { Id } from "@/platform";

export type Screen =
  | { name: "library" }
  | { name: "catalogue"; id: Id }
  | { name: "preview"; id: Id; title: string; from: "library" | "catalogue" };

/** Whether the screen may be left. */
export type LeaveGuard = () => Promise<boolean>;

export const useNavigation = defineStore("navigation", () => {
  const screen = shallowRef<Screen>({ name: "library" });
  let guard: LeaveGuard | null = null;

  function guardLeaving(next: LeaveGuard | null): void {
    guard = next;
  }

  const mayLeave = async (): Promise<boolean> => !guard || guard();

  async function go(next: Screen): Promise<void> {
    if (!(await mayLeave())) return;
    guard = null;
    screen.value = next;
  }

  return { screen, go, guardLeaving, mayLeave };
});
