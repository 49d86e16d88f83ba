/** Who works with this library, and who is working now. While there are no people nothing is asked. */
import { defineStore } from "pinia";
import { computed, onBeforeUnmount, onMounted, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import type { Id, OfficeView, PersonView } from "@/platform";

import { useNavigation } from "./navigation";
import { useSettings } from "./settings";
import { useSheets } from "./sheets";

/** Why it is asked who is there: the program begins, the window is locked, a step needs somebody, or somebody else. */
export type Asking = "start" | "lock" | "come" | "swap";

export const useOffice = defineStore("office", () => {
  const navigation = useNavigation();
  const sheets = useSheets();
  const view = shallowRef<OfficeView | null>(null);
  const asking = shallowRef<Asking | null>(null);
  /** Whether something waits for somebody to come. */
  const isAwaited = shallowRef(false);
  /** Who was working last, to be offered first. */
  const last = shallowRef<Id | null>(null);

  const people = computed(() => view.value?.people ?? []);
  const hasPeople = computed(() => people.value.length > 0);
  const active = computed(() => people.value.filter((person) => person.is_active));
  const current = computed<PersonView | null>(
    () => people.value.find((person) => person.id === view.value?.current) ?? null,
  );
  const canAdministrate = computed(() => current.value?.roles.includes("administrator") ?? false);

  function take(next: OfficeView): void {
    view.value = next;
    last.value = next.current ?? last.value;
  }

  async function load(): Promise<void> {
    take(await platform.office());
  }

  /** As the program begins: asks who is working, where the library has people. */
  async function begin(): Promise<void> {
    await load();
    if (hasPeople.value && !current.value) asking.value = "start";
  }

  async function come(id: Id, pin: string): Promise<void> {
    take(await platform.startWorking(id, pin));
    asking.value = null;
  }

  /** Nobody is working any more, and the window shows nothing until somebody comes. */
  async function lock(): Promise<void> {
    if (!hasPeople.value || asking.value === "lock") return;
    asking.value = "lock";
    // What is typed still belongs to who typed it.
    if (!navigation.screenAsks()) await navigation.mayLeave();
    take(await platform.stopWorking());
  }

  /** Goes on without anybody working; locked, that is not possible. */
  function dismiss(): void {
    if (asking.value !== "lock") asking.value = null;
  }

  /** Asks for somebody where nobody is working, and for the first person where there is none. Tells whether somebody is. */
  async function ask(): Promise<boolean> {
    if (!view.value) await load();
    if (current.value) return true;
    if (hasPeople.value) asking.value = "come";
    else sheets.show("people");
    isAwaited.value = true;
    return new Promise((resolve) => {
      const stop = watch([current, asking, () => sheets.open], () => {
        const stillAsks = asking.value !== null || sheets.open === "people";
        if (!current.value && stillAsks) return;
        stop();
        isAwaited.value = false;
        resolve(current.value !== null);
      });
    });
  }

  /** Asks another person to log in without leaving the screen; the current person stays until then. */
  function swap(): void {
    asking.value = current.value ? "swap" : "come";
  }

  return {
    view,
    asking,
    isAwaited,
    last,
    people,
    hasPeople,
    active,
    current,
    canAdministrate,
    take,
    load,
    begin,
    come,
    lock,
    dismiss,
    ask,
    swap,
  };
});

const SIGNS_OF_LIFE = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Locks the window after the minutes of the setting without key or mouse, while somebody is working. */
export function useIdleLock(): void {
  const office = useOffice();
  const settings = useSettings();
  let seen = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const note = (): void => void (seen = Date.now());

  function wait(): void {
    clearTimeout(timer);
    if (!office.current) return;
    const left = seen + settings.lockMinutes * 60_000 - Date.now();
    if (left > 0) timer = setTimeout(wait, left);
    else void office.lock();
  }

  watch([() => office.current?.id, () => settings.lockMinutes], () => {
    note();
    wait();
  });
  onMounted(() => {
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, note, { capture: true, passive: true });
    wait();
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, note, { capture: true });
  });
}
