/** Which screen is shown. The screen that is left may first finish saving, or refuse. */
import { defineStore } from "pinia";
import { shallowRef } from "vue";

import type { Id } from "@/platform";

export type Screen =
  | { name: "library" }
  | { name: "catalogue"; id: Id }
  | { name: "template"; id: Id }
  | { name: "preview"; id: Id; title: string; from: "library" | "catalogue" }
  /** What has changed, cell by cell, with the remarks. */
  | { name: "review"; id: Id }
  /** The versions and steps of a catalogue, and any two states compared. */
  | { name: "versions"; id: Id }
  /** A document that is taken in; one of several goes back to them. */
  | { name: "import"; of?: "batch" }
  /** Several documents that are taken in. */
  | { name: "import-batch" };

/** Whether the screen may be left. */
export type LeaveGuard = () => Promise<boolean>;

export const useNavigation = defineStore("navigation", () => {
  const screen = shallowRef<Screen>({ name: "library" });
  let guard: LeaveGuard | null = null;
  let asks = false;

  /** `asksItself`: the guard asks the user when it refuses, so that nobody else need. */
  function guardLeaving(next: LeaveGuard | null, asksItself = false): void {
    guard = next;
    asks = next !== null && asksItself;
  }

  const screenAsks = (): boolean => asks;

  const mayLeave = async (): Promise<boolean> => !guard || guard();

  async function go(next: Screen): Promise<void> {
    if (!(await mayLeave())) return;
    guardLeaving(null);
    screen.value = next;
  }

  return { screen, go, guardLeaving, mayLeave, screenAsks };
});
