/** The review of one catalogue: what has changed from a base, the row one is at, the remarks, and the steps. */
import { defineStore } from "pinia";
import { computed, ref, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import type {
  CatalogueView,
  Finding,
  Id,
  ReviewCell,
  ReviewView,
  RemarkSpot,
  RemarkView,
  SignoffView,
  StateOf,
} from "@/platform";
import { useOffice } from "@/shared/composables/office";
import { useProblem } from "@/shared/composables/problem";
import { countsBySpot, entryOf, mayRemark, question, remarksOn, spotKey, spotText } from "@/shared/remarks";
import { columnLabel } from "@/shared/words/edits";
import { reviewWords, type ReviewAction } from "@/shared/words/review";
import { stateChoice, stateKey, stateName } from "@/shared/words/states";
import { columnName } from "@/shared/words/template";

import { excusedOf } from "./excused";
import {
  blankCells,
  linesOf,
  linesOfWhole,
  linesWithRemarks,
  placesOf,
  seenCounts,
  seenEntries,
  stopFrom,
  withWhole,
  type ItemNames,
  type Line,
  type Showing,
} from "./lines";
import { rememberSeen, seenIn } from "./seen";

const NOW: StateOf = { kind: "now" };

export const useReview = defineStore("review", () => {
  const office = useOffice();
  const problem = useProblem();

  const id = shallowRef<Id>("");
  const catalogue = shallowRef<CatalogueView | null>(null);
  const signoff = shallowRef<SignoffView | null>(null);
  const view = shallowRef<ReviewView | null>(null);
  /** The whole table as compared with nothing; read when it is first needed. */
  const full = shallowRef<ReviewView | null>(null);
  /** What the check finds wrong; asked for only where reasons were given. */
  const findings = shallowRef<Finding[]>([]);
  /** What was typed at a place and not written yet: it waits there. */
  const drafts = ref(new Map<string, { spot: RemarkSpot; text: string }>());
  const showing = ref<Showing>("changes");
  const chosenKey = ref("");
  const seen = shallowRef<ReadonlySet<string>>(new Set());

  const columns = computed(() => catalogue.value?.template.columns.map((column) => column.key) ?? []);
  const changeLines = computed(() => linesOf(withWhole(view.value?.entries ?? [])));
  const wholeLines = computed(() =>
    full.value && view.value
      ? linesOfWhole(view.value.entries, full.value.entries, columns.value, blanks(catalogue.value))
      : [],
  );
  const remarks = computed<RemarkView[]>(() => signoff.value?.remarks ?? []);
  const lines = computed<Line[]>(() => {
    if (showing.value === "changes") return changeLines.value;
    return showing.value === "all" ? wholeLines.value : linesWithRemarks(wholeLines.value, remarks.value);
  });
  const rows = computed(() => new Map(lines.value.map((line, row) => [line.key, row])));
  const at = computed(() => rows.value.get(chosenKey.value) ?? 0);
  const chosen = computed(() => lines.value[at.value]);
  const places = computed(() => placesOf(lines.value));
  const place = computed(() => ({ place: places.value[at.value] ?? 0, count: places.value.at(-1) ?? 0 }));

  const counts = computed(() => seenCounts(changeLines.value, seen.value));
  const seenHeads = computed(() => seenEntries(changeLines.value, seen.value));
  const remarkCounts = computed(() => countsBySpot(remarks.value));
  const here = computed(() => (chosen.value ? remarksOn(remarks.value, chosen.value.spot) : []));
  const draft = computed({
    get: () => (chosen.value && drafts.value.get(spotKey(chosen.value.spot))?.text) ?? "",
    set: (text) => chosen.value && keepDraft(chosen.value.spot, text),
  });
  const unwritten = computed(() => [...drafts.value.values()].filter(({ text }) => text.trim() !== ""));
  const excused = computed(() => excusedOf(findings.value, signoff.value?.excuses ?? []));
  const excusedHere = computed(() =>
    excused.value.filter(({ spot }) => chosen.value && spotKey(spot) === spotKey(chosen.value.spot)),
  );
  const items = computed<ItemNames>(() => itemsOf(catalogue.value, view.value));
  const facts = computed(() => ({
    version: signoff.value?.version ?? 1,
    stage: signoff.value?.stage ?? "preparing",
    steps: signoff.value?.steps ?? [],
  }));
  const lastStep = computed(() => signoff.value?.steps.at(-1));

  /** What it can be compared with; one's own last look under its own name. */
  const bases = computed(() => {
    const known = view.value;
    if (!known) return [];
    const last = known.last_look;
    const own =
      last === null
        ? []
        : [
            {
              value: stateKey({ kind: "step", seq: last }),
              text: reviewWords.lastLook,
              state: { kind: "step", seq: last } as StateOf,
            },
          ];
    const others = known.states
      .filter(
        ({ state }) =>
          state.kind !== "now" && state.kind !== "nothing" && !(state.kind === "step" && state.seq === last),
      )
      .map((each) => ({ value: stateKey(each.state), text: stateChoice(each, facts.value), state: each.state }));
    const nothing: StateOf = { kind: "nothing" };
    return [
      ...own,
      ...others.reverse(),
      { value: stateKey(nothing), text: stateName(nothing, facts.value), state: nothing },
    ];
  });

  async function open(wanted: Id): Promise<void> {
    id.value = wanted;
    [catalogue.value, signoff.value, view.value, full.value, findings.value] = [null, null, null, null, []];
    [showing.value, chosenKey.value] = ["changes", ""];
    drafts.value.clear();
    await problem.watch(async () => {
      const [opened, signed, compared] = await Promise.all([
        platform.openCatalogue(wanted),
        platform.signoff(wanted),
        firstLook(wanted),
      ]);
      const found = signed.excuses.length > 0 ? await platform.findings(wanted) : [];
      if (id.value !== wanted) return;
      [catalogue.value, signoff.value, view.value, findings.value] = [opened, signed, compared, found];
      seen.value = seenIn(wanted, lastStep.value?.seq ?? 0);
      const first = stopFrom(lines.value, -1, 1);
      chosenKey.value = lines.value[first]?.key ?? "";
    });
  }

  /** From the last approved version; before there is one, from one's own last look, where that was. */
  async function firstLook(wanted: Id): Promise<ReviewView> {
    const compared = await platform.review(wanted, null, NOW);
    const seq = compared.last_look;
    return compared.old.kind === "nothing" && seq !== null
      ? platform.review(wanted, { kind: "step", seq }, NOW)
      : compared;
  }

  /** Who comes in the meantime may do other things, and has looked at it at another time. */
  watch(
    () => office.view?.current,
    async () => {
      const [wanted, base] = [id.value, view.value?.old ?? null];
      if (!signoff.value) return;
      await problem.watch(async () => {
        const [signed, compared] = await Promise.all([platform.signoff(wanted), platform.review(wanted, base, NOW)]);
        if (id.value === wanted) [signoff.value, view.value] = [signed, compared];
      });
    },
  );

  async function compareWith(key: string): Promise<void> {
    const base = bases.value.find((each) => each.value === key);
    if (base) await problem.watch(async () => void (view.value = await platform.review(id.value, base.state, NOW)));
  }

  async function show(wanted: Showing): Promise<void> {
    if (wanted !== "changes" && !full.value) {
      full.value = (await problem.watch(() => platform.review(id.value, { kind: "nothing" }, NOW))) ?? null;
      if (!full.value) return;
    }
    showing.value = wanted;
  }

  function choose(row: number): void {
    chosenKey.value = lines.value[Math.max(0, Math.min(row, lines.value.length - 1))]?.key ?? "";
  }

  const step = (direction: 1 | -1): void => choose(stopFrom(lines.value, at.value, direction));

  /** Marks the change at hand as looked at, and goes to the next. */
  function accept(): void {
    const change = chosen.value?.change;
    if (change && !seen.value.has(change)) {
      seen.value = new Set([...seen.value, change]);
      rememberSeen(id.value, lastStep.value?.seq ?? 0, seen.value);
    }
    step(1);
  }

  /** Goes to a place; shows the whole table where it is not among what is shown. */
  async function goTo(spot: RemarkView["place"]): Promise<void> {
    const row = (): number => lines.value.findIndex((line) => spotKey(line.spot) === spotKey(spot));
    if (row() < 0) await show("all");
    if (row() >= 0) choose(row());
  }

  const keepDraft = (spot: RemarkSpot, text: string): unknown =>
    text === "" ? drafts.value.delete(spotKey(spot)) : drafts.value.set(spotKey(spot), { spot, text });

  /** Asks what was typed at a place; whether it is written. */
  async function ask({ spot, text }: { spot: RemarkSpot; text: string }): Promise<boolean> {
    const isWritten = await write(() => platform.remark(id.value, question(remarks.value, spot, text.trim())));
    if (isWritten) keepDraft(spot, "");
    return isWritten;
  }

  /** Asks what was typed here; whether it is written. */
  const askHere = async (): Promise<boolean> =>
    chosen.value !== undefined && draft.value.trim() !== "" && ask({ spot: chosen.value.spot, text: draft.value });

  /** Asks all that was typed, place by place, until one is refused. */
  async function askAll(): Promise<void> {
    for (const each of unwritten.value) if (!(await ask(each))) return;
  }

  const closeRemark = (remark: RemarkView): Promise<boolean> =>
    write(() => platform.remark(id.value, entryOf(remark.id, remark.place, "closed", "")));

  async function write(request: () => Promise<SignoffView>): Promise<boolean> {
    const next = await problem.watch(request);
    if (next) signoff.value = next;
    return next !== undefined;
  }

  /** Takes a step; throws what stands in the way. An opinion goes back with the catalogue. */
  async function sign(action: ReviewAction, opinion: string, pin: string): Promise<void> {
    signoff.value = await platform.takeStep(id.value, action, opinion, pin);
  }

  const nameOf = (state: StateOf): string => stateName(state, facts.value);
  const spotWordsOf = (spot: RemarkView["place"]) => spotText(spot, items.value, columnWords);

  function columnWords(key: string): string {
    const column = catalogue.value?.template.columns.find((each) => each.key === key);
    return column ? columnLabel(column) : columnName(key);
  }

  return {
    id,
    catalogue,
    signoff,
    view,
    showing,
    lines,
    at,
    chosen,
    place,
    seen,
    counts,
    seenHeads,
    remarks,
    remarkCounts,
    here,
    draft,
    unwritten,
    excused,
    excusedHere,
    bases,
    lastStep,
    mayRemark: computed(() => mayRemark(signoff.value)),
    open,
    compareWith,
    show,
    choose,
    step,
    accept,
    goTo,
    askHere,
    askAll,
    closeRemark,
    sign,
    nameOf,
    spotWordsOf,
  };
});

/** The cells of each item that stands in the catalogue. */
function blanks(catalogue: CatalogueView | null): (item: Id) => ReviewCell[] {
  const items = new Map(catalogue?.groups.flatMap((group) => group.items.map((item) => [item.id, item])));
  return (id) => {
    const item = items.get(id);
    return item && catalogue ? blankCells(item, catalogue.template) : [];
  };
}

/** Number and name of every item; of those that are gone as they were. */
function itemsOf(catalogue: CatalogueView | null, view: ReviewView | null): ItemNames {
  const items = new Map<Id, { number: number; name: string }>();
  for (const entry of view?.entries ?? [])
    if (entry.item !== null && entry.number !== null && entry.fate !== "removed")
      items.set(entry.item, { number: entry.number, name: entry.name });
  catalogue?.groups.forEach((group, index) => {
    const first = catalogue.places[index]?.first_item ?? 1;
    group.items.forEach((item, at) => items.set(item.id, { number: first + at, name: item.name }));
  });
  return items;
}
