/** Terms suggested for what is typed into a cell. Of legal bases only the one at the caret is meant. */
import { hasCitations, hasTerms } from "@/shared/columns";

import { citationAt } from "../citations";
import { useSuggestions } from "../suggest/suggestions";
import type { useEditor } from "./editor";

export function useTerms(
  field: () => HTMLTextAreaElement | null,
  column: () => string,
  editor: () => ReturnType<typeof useEditor>,
) {
  const suggestions = useSuggestions();

  /** The part of the text that a term would replace. */
  function meant(): { text: string; from: number; to: number } {
    const text = editor().text.value;
    if (!hasCitations(column())) return { text, from: 0, to: text.length };
    return { text, ...citationAt(text, field()?.selectionStart ?? text.length) };
  }

  function typed(): void {
    const { text, from, to } = meant();
    if (hasTerms(column()) && text.slice(from, to).trim() !== "")
      void suggestions.ask(column(), text.slice(from, to).trim());
    else suggestions.close();
  }

  /** Lists all terms of the column. */
  function list(): void {
    if (!hasTerms(column())) return;
    editor().edit();
    void suggestions.ask(column(), "");
  }

  function put(term: string): void {
    const { text, from, to } = meant();
    editor().put(text.slice(0, from) + term + text.slice(to), from + term.length);
    suggestions.close();
  }

  /** Puts the chosen term in. Tells whether there was one. */
  function take(): boolean {
    const chosen = suggestions.take();
    if (chosen !== null) put(chosen);
    return chosen !== null;
  }

  /** Whether an entry can be complete with one term. */
  const isWhole = (): boolean => !hasCitations(column());

  return { ...suggestions, typed, list, put, take, isWhole };
}
