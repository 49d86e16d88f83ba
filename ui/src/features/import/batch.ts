/** Several documents at once: read one after the other, checked where they need it, taken together. */
import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";

import * as platform from "@/platform";
import type { Id } from "@/platform";
import { handoffIn, nameOf, openIncoming, type Incoming } from "@/shared/composables/incoming";
import { documentProblem } from "@/shared/words/documents";
import { failureSentence } from "@/shared/words/errors";
import { batchWords as words } from "@/shared/words/import";

import { choiceOf } from "./choice";
import { countOf, inOrder, undecided } from "./findings";
import { begun, type Taking } from "./taking";

export type EntryState = "waiting" | "reading" | "ready" | "check" | "failed" | "taken" | "not_taken";

export interface Entry {
  source: Incoming;
  name: string;
  state: EntryState;
  /** The open document; none before it is read, and where it could not be. */
  taking: Taking | null;
  /** Why it was not read, or not taken. */
  problem: string;
  isChosen: boolean;
  /** The catalogue that it has become. */
  id: Id | null;
  /** How many items were taken. */
  items: number;
}

export const waiting = (source: Incoming): Entry => ({
  source,
  name: nameOf(source),
  state: "waiting",
  taking: null,
  problem: "",
  isChosen: true,
  id: null,
  items: 0,
});

/** What is to be decided and what to be looked at in a document. */
export function countsOf({ view, draft }: Taking): { errors: number; warnings: number } {
  const findings = inOrder(view.findings);
  return { errors: undecided(findings, draft).length, warnings: countOf(findings, "warning") };
}

/** Why a document was not read; which one it is stands beside it. */
const reasonOf = (cause: unknown): string =>
  cause instanceof platform.AppFailure && cause.error.code === "bad_document"
    ? documentProblem(cause.error.problem)
    : failureSentence(cause);

export const stateOf = (taking: Taking): EntryState => (countsOf(taking).errors > 0 ? "check" : "ready");

export const canTake = ({ state }: Entry): boolean => state === "ready" || state === "check" || state === "not_taken";

export const useBatch = defineStore("batch", () => {
  const entries = shallowRef<Entry[]>([]);
  /** The entry that is being checked, or -1. */
  const checkingAt = ref(-1);
  const working = ref<"reading" | "taking" | null>(null);
  /** Which one is at hand, from 0, of those that are done now. */
  const at = ref(0);
  const count = ref(0);
  const stops = ref(false);
  /** Whether all that were chosen have been gone through. */
  const isDone = ref(false);

  const checking = computed(() => entries.value[checkingAt.value]?.taking ?? null);
  const chosen = computed(() => entries.value.filter((entry) => canTake(entry) && entry.isChosen));
  const toRead = computed(() => entries.value.filter(({ state }) => state === "waiting"));
  const taken = computed(() => entries.value.filter(({ state }) => state === "taken"));

  function put(index: number, more: Partial<Entry>): void {
    entries.value = entries.value.map((entry, each) => (each === index ? { ...entry, ...more } : entry));
  }

  /** What is being gone through. */
  let running: Promise<void> = Promise.resolve();

  /** Begins with documents; those before are forgotten. */
  async function begin(sources: readonly Incoming[]): Promise<void> {
    stop();
    await running;
    const before = entries.value;
    entries.value = sources.map(waiting);
    isDone.value = false;
    for (const { taking } of before) if (taking) void platform.closeDocument(taking.document);
    await read();
  }

  /** Goes through entries one after the other, until somebody stops it. */
  function each(kind: "reading" | "taking", indices: number[], act: (index: number) => Promise<void>): Promise<void> {
    if (!working.value) running = goThrough(kind, indices, act);
    return running;
  }

  async function goThrough(
    kind: "reading" | "taking",
    indices: number[],
    act: (index: number) => Promise<void>,
  ): Promise<void> {
    [working.value, stops.value, count.value] = [kind, false, indices.length];
    for (const [done, index] of indices.entries()) {
      if (stops.value) break;
      at.value = done;
      await act(index);
    }
    working.value = null;
  }

  const indicesOf = (wanted: (entry: Entry) => boolean): number[] =>
    entries.value.flatMap((entry, index) => (wanted(entry) ? [index] : []));

  const read = (): Promise<void> =>
    each(
      "reading",
      indicesOf(({ state }) => state === "waiting"),
      async (index) => {
        const entry = entries.value[index];
        if (!entry) return;
        // Its signatures would be lost.
        if (handoffIn(entry.source)) return put(index, { state: "failed", problem: words.handoff, isChosen: false });
        put(index, { state: "reading" });
        try {
          const taking = begun(await openIncoming(entry.source));
          put(index, { taking, state: stateOf(taking) });
        } catch (cause) {
          put(index, { state: "failed", problem: reasonOf(cause), isChosen: false });
        }
      },
    );

  /** Takes all that are chosen, each into a catalogue of its own. One that fails stops no other. */
  async function takeAll(): Promise<void> {
    isDone.value = false;
    await each(
      "taking",
      indicesOf((entry) => canTake(entry) && entry.isChosen),
      async (index) => {
        const taking = entries.value[index]?.taking;
        if (!taking) return;
        const into = { kind: "new_catalogue" } as const;
        try {
          const { id, items } = await platform.takeDocument(
            taking.document,
            choiceOf(taking.draft, into),
            taking.draft.cleanings,
            into,
          );
          put(index, { state: "taken", id, items, problem: "" });
        } catch (cause) {
          put(index, { state: "not_taken", problem: failureSentence(cause) });
        }
      },
    );
    isDone.value = true;
  }

  const stop = (): void => void (stops.value = true);
  const choose = (index: number, isChosen: boolean): void => put(index, { isChosen });
  const chooseAll = (isChosen: boolean): void =>
    void (entries.value = entries.value.map((entry) => (canTake(entry) ? { ...entry, isChosen } : entry)));

  /** Keeps what was corrected of the one that was checked. */
  function keep(taking: Taking): void {
    put(checkingAt.value, { taking, state: stateOf(taking) });
    checkingAt.value = -1;
  }

  return {
    entries,
    checkingAt,
    checking,
    working,
    at,
    count,
    stops,
    isDone,
    chosen,
    toRead,
    taken,
    begin,
    read,
    takeAll,
    stop,
    choose,
    chooseAll,
    keep,
  };
});
