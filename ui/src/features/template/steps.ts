/** The values that something has gone through, to go back and forth. */
import { computed, shallowRef } from "vue";

export function useSteps<T>() {
  const now = shallowRef<T | null>(null);
  const past = shallowRef<T[]>([]);
  const future = shallowRef<T[]>([]);
  /** What the last step was about. */
  let subject = "";

  function begin(first: T | null): void {
    now.value = first;
    past.value = [];
    future.value = [];
    subject = "";
  }

  /** Takes the next value. Steps about the same subject, as typing into one field is, are one. */
  function take(next: T, about = ""): void {
    if (now.value === null || next === now.value) return;
    if (about === "" || about !== subject) past.value = [...past.value, now.value];
    subject = about;
    future.value = [];
    now.value = next;
  }

  function undo(): void {
    const last = past.value.at(-1);
    if (last === undefined || now.value === null) return;
    future.value = [...future.value, now.value];
    past.value = past.value.slice(0, -1);
    subject = "";
    now.value = last;
  }

  function redo(): void {
    const next = future.value.at(-1);
    if (next === undefined || now.value === null) return;
    past.value = [...past.value, now.value];
    future.value = future.value.slice(0, -1);
    subject = "";
    now.value = next;
  }

  return {
    now,
    begin,
    take,
    undo,
    redo,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
  };
}
