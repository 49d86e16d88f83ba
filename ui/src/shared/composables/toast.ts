/** The short message at the bottom left: one at a time, gone after six seconds, never for errors. */
import { defineStore } from "pinia";
import { shallowRef } from "vue";

export interface Toast {
  text: string;
  action?: { name: string; run: () => unknown };
}

const LASTS_MS = 6000;

export const useToast = defineStore("toast", () => {
  const current = shallowRef<Toast | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(toast: Toast): void {
    clearTimeout(timer);
    current.value = toast;
    timer = setTimeout(clear, LASTS_MS);
  }

  function clear(): void {
    clearTimeout(timer);
    current.value = null;
  }

  function act(): void {
    const action = current.value?.action;
    clear();
    action?.run();
  }

  return { current, show, clear, act };
});
