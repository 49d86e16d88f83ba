/** Takes what is typed in the table to the cell in which the typing began. */
import { computed, watch, type Ref } from "vue";

import { GROUP } from "@/shared/columns";

import { takesTyping, typedText, valueTyped, type CellPlace } from "../cells";
import { useCatalogue } from "../store";
import { useEditor } from "./editor";
import { useTerms } from "./useTerms";

type Target = { kind: "group"; group: string } | ({ kind: "item" } & CellPlace);

export interface TypingHost {
  field: Ref<HTMLTextAreaElement | null | undefined>;
  /** Characters that came where no words can be typed. */
  struck: (text: string) => void;
  /** Told when an entry is made, with its words. */
  entered: (text: string) => void;
}

export function useTyping(host: TypingHost) {
  const catalogue = useCatalogue();
  let target: Target | null = null;
  let words: string | null = null;

  /** The place of the cursor, where words can be typed. */
  const here = computed<Target | null>(() => {
    const now = catalogue.selection;
    const template = catalogue.view?.template;
    if (!template || catalogue.isReadOnly || now.kind === "heading") return null;
    if (now.kind === "group") return now.column === GROUP ? { kind: "group", group: now.group } : null;
    return takesTyping(now.column, template) ? now : null;
  });

  function wordsOf(place: Target | null): string | null {
    if (place?.kind === "group") return catalogue.groupName(place.group);
    const item = place && catalogue.places.get(place.item)?.item;
    return item ? typedText(catalogue.valueOf(item, place.part, place.column)) : null;
  }

  function typed(text: string): void {
    words = text;
    if (target?.kind === "group") catalogue.typeGroupName(target.group, text.replace(/\s*\n\s*/g, ""));
    const item = target?.kind === "item" && catalogue.places.get(target.item)?.item;
    if (item && target?.kind === "item") {
      const now = catalogue.valueOf(item, target.part, target.column);
      catalogue.type(item, target.part, target.column, valueTyped(now, text), "block");
    }
    terms.typed();
  }

  const editor = useEditor({
    field: () => host.field.value ?? null,
    words: () => wordsOf(target ?? here.value),
    begun: () => {
      target = here.value;
      words = null;
    },
    typed,
    struck: (text) => host.struck(text),
    done: () => {
      terms.close();
      if (words !== null) host.entered(words);
      target = null;
      void catalogue.endTyping();
    },
    gaveUp: () => {
      terms.close();
      target = null;
      void catalogue.giveUpTyping();
    },
  });

  const columnOf = (place: Target | null): string => (place?.kind === "item" ? place.column : "");
  const terms = useTerms(
    () => host.field.value ?? null,
    () => columnOf(target ?? here.value),
    () => editor,
  );

  // Selected elsewhere, what was typed stays where it was typed.
  watch(
    () => catalogue.selection,
    () => editor.finish(),
    { flush: "sync" },
  );

  // What is taken back while one types is no longer what the field shows.
  watch(
    () => catalogue.view?.state,
    (state) => {
      if (!state?.redo || !editor.editing.value || catalogue.waiting.size > 0) return;
      target = null;
      terms.close();
      editor.rest();
    },
  );

  return { editor, terms, here };
}
