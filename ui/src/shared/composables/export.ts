/** Giving out a file: where to, how far, done. One at a time for the whole window. */
import { defineStore } from "pinia";
import { computed, ref } from "vue";

import * as platform from "@/platform";
import { AppFailure, type ExportFormat, type Id, type Progress } from "@/platform";
import { exportWords } from "@/shared/words/common";

import { useProblem } from "./problem";
import { useSettings } from "./settings";
import { useToast } from "./toast";

/** Progress that is over sooner is not worth a look. */
const SHOWN_AFTER_MS = 400;

export const useExport = defineStore("export", () => {
  const toast = useToast();
  const problem = useProblem();
  const settings = useSettings();

  const format = ref<ExportFormat | null>(null);
  const progress = ref<Progress | null>(null);
  const shown = ref(false);
  const cancelling = ref(false);

  const percent = computed(() =>
    progress.value ? (100 * progress.value.done) / Math.max(1, progress.value.total) : 0,
  );

  async function run(id: Id, wanted: ExportFormat): Promise<void> {
    if (format.value) return;
    format.value = wanted;
    try {
      await problem.watch(() => write(id, wanted));
    } finally {
      format.value = null;
      progress.value = null;
      shown.value = false;
      cancelling.value = false;
    }
  }

  async function write(id: Id, wanted: ExportFormat): Promise<void> {
    const path = await platform.chooseCatalogueTarget(id, wanted);
    if (!path) return;
    const timer = setTimeout(() => (shown.value = true), SHOWN_AFTER_MS);
    try {
      const file = await platform.exportCatalogue(id, wanted, settings.paper, path, (now) => (progress.value = now));
      toast.show({
        text: exportWords.done(file.path),
        action: { name: exportWords.show, run: () => problem.watch(() => platform.showInFolder(file.path)) },
      });
    } catch (cause) {
      if (!(cause instanceof AppFailure && cause.error.code === "cancelled")) throw cause;
      toast.show({ text: exportWords.cancelled });
    } finally {
      clearTimeout(timer);
    }
  }

  async function cancel(): Promise<void> {
    cancelling.value = true;
    await platform.cancelExport();
  }

  return { format, progress, percent, shown, cancelling, run, cancel };
});
