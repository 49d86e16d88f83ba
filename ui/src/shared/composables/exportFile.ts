/** Giving out a file other than a whole catalogue: asks where to, writes it, says so. */
import * as platform from "@/platform";
import type { ExportedFile } from "@/platform";
import { exportWords } from "@/shared/words/common";

import { useProblem } from "./problem";
import { useToast } from "./toast";

/** The message that a file was written, with the way to it. */
export function useWritten(): (text: string, path: string) => void {
  const toast = useToast();
  const problem = useProblem();
  return (text, path) =>
    toast.show({
      text,
      action: { name: exportWords.show, run: () => problem.watch(() => platform.showInFolder(path)) },
    });
}

export function useFileExport(): (
  choose: () => Promise<string | null>,
  write: (path: string) => Promise<ExportedFile>,
) => Promise<void> {
  const problem = useProblem();
  const written = useWritten();
  return async (choose, write) => {
    await problem.watch(async () => {
      const path = await choose();
      if (!path) return;
      const file = await write(path);
      written(exportWords.done(file.path), file.path);
    });
  };
}
