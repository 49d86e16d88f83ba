/** Going through what a check has found. */
import { computed, ref } from "vue";

import type { Severity } from "@/platform";

import { useFindings } from "../findings";
import { useSignoff } from "../signoff/store";
import { useCatalogue } from "../store";
import { findingAt, inOrder } from "./order";

export function useCheck() {
  const catalogue = useCatalogue();
  const findings = useFindings();
  const signoff = useSignoff();
  const shown = ref<Severity | null>(null);
  /** The finding visited last; it may have been put right since, then the next one has its number. */
  const last = ref(-1);

  const all = computed(() => inOrder(findings.all, catalogue.places));
  const list = computed(() => all.value.filter((finding) => shown.value === null || finding.severity === shown.value));
  const at = computed(() => findingAt(list.value, catalogue.selection));
  /** What nobody has given a reason for. */
  const open = computed(() => all.value.filter((finding) => !signoff.excuseOf(finding)));
  const countOf = (severity: Severity): number => all.value.filter((finding) => finding.severity === severity).length;

  function goTo(index: number): void {
    const finding = list.value[index];
    if (!finding) return;
    last.value = index;
    catalogue.selectItem(finding.item, finding.column, finding.part ?? 0);
  }

  /** Goes to the next or the last finding, round the end. */
  function step(by: 1 | -1): void {
    const count = list.value.length;
    if (count === 0) return;
    // One that was put right has left its place to the next.
    const from =
      at.value >= 0 ? at.value : by > 0 ? Math.min(last.value, count) - 1 : Math.min(Math.max(last.value, 0), count);
    goTo(((from < -1 ? -1 : from) + by + count) % count);
  }

  function check(): void {
    void catalogue.flush().then(() => findings.check());
  }

  return { shown, all, open, list, at, countOf, goTo, step, check };
}
