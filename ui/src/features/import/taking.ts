/** A document that is open, with what was chosen and corrected of it so far. */
import type { ImportView, OpenDocument } from "@/platform";

import { untouched, type Draft } from "./choice";

export interface Taking {
  document: number;
  /** The name of its file; empty for what was pasted. */
  name: string;
  view: ImportView;
  draft: Draft;
  /** The drafts before, last one last. */
  past: Draft[];
}

export const begun = ({ document, name, view }: OpenDocument): Taking => ({
  document,
  name,
  view,
  draft: untouched(),
  past: [],
});
