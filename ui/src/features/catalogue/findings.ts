/** What a check finds wrong with the open catalogue, looked up by cell. Checked anew a little after each change. */
import { defineStore } from "pinia";
import { computed, shallowRef, watch } from "vue";

import * as platform from "@/platform";
import type { ColumnKey, Finding, Id, Severity } from "@/platform";

import { useCatalogue } from "./store";

/** A check right after each key would only be in the way of the next. */
export const PAUSE_MS = 300;

export const useFindings = defineStore("findings", () => {
  const catalogue = useCatalogue();
  const all = shallowRef<Finding[]>([]);

  const byItem = computed(() => {
    const found = new Map<Id, Finding[]>();
    for (const finding of all.value) {
      const known = found.get(finding.item);
      if (known) known.push(finding);
      else found.set(finding.item, [finding]);
    }
    return found;
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => [catalogue.view?.id, catalogue.view?.state.revision],
    ([id], before) => {
      clearTimeout(timer);
      if (id !== before?.[0]) all.value = [];
      if (id) timer = setTimeout(() => void check(), PAUSE_MS);
    },
    { immediate: true },
  );

  async function check(): Promise<void> {
    const id = catalogue.view?.id;
    if (!id) return;
    const found = await platform.findings(id).catch(() => null);
    if (found && catalogue.view?.id === id) all.value = found;
  }

  const ofItem = (item: Id): Finding[] => byItem.value.get(item) ?? [];

  /** What is wrong with a cell; `part` counts only for columns that rows have of their own. */
  const ofCell = (item: Id, part: number | null, column: ColumnKey): Finding[] =>
    ofItem(item).filter((finding) => finding.column === column && (finding.part === null || finding.part === part));

  return { all, ofItem, ofCell, check };
});

/** The worst of them; `null` where there are none. */
export function worst(findings: Finding[]): Severity | null {
  if (findings.length === 0) return null;
  return findings.some((finding) => finding.severity === "error") ? "error" : "warning";
}
