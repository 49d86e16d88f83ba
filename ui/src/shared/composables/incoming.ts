/** The ways in for documents of others: chosen, dropped, pasted. One goes to be checked, several to a list of them. */
import { defineStore } from "pinia";
import { ref, shallowRef } from "vue";

import * as platform from "@/platform";
import type { FileToRead, Id, OpenDocument } from "@/platform";
import { common, fileName } from "@/shared/words/common";
import { incomingWords as words } from "@/shared/words/import";

import { useNavigation } from "./navigation";
import { useProblem } from "./problem";
import { useSheets } from "./sheets";
import { useToast } from "./toast";

export type Incoming = { kind: "file"; file: FileToRead } | { kind: "clipboard"; html: string; text: string };

/** The name of its file; empty for what was pasted. */
export function nameOf(incoming: Incoming): string {
  if (incoming.kind === "clipboard") return "";
  return typeof incoming.file === "string" ? fileName(incoming.file) : incoming.file.name;
}

export const openIncoming = (incoming: Incoming): Promise<OpenDocument> =>
  incoming.kind === "file" ? platform.openDocument(incoming.file) : platform.openPasted(incoming.html, incoming.text);

/** The hand-off file in it, where it is one by its name. */
export function handoffIn(incoming: Incoming): FileToRead | null {
  if (incoming.kind === "clipboard" || !/\.mulu$/i.test(nameOf(incoming))) return null;
  return incoming.file;
}

const asIncoming = (file: FileToRead): Incoming => ({ kind: "file", file });

export const useIncoming = defineStore("incoming", () => {
  const navigation = useNavigation();
  const problem = useProblem();
  const sheets = useSheets();
  const toast = useToast();

  /** What is being read just now; empty while nothing is. */
  const reading = ref("");
  /** The one document that was opened to be checked. */
  const opened = shallowRef<OpenDocument | null>(null);
  /** Several documents, none of them opened yet. */
  const several = shallowRef<Incoming[]>([]);
  /** The catalogue from which documents were asked for. */
  const target = shallowRef<Id | null>(null);

  /** Asks for files; with a catalogue, to add to it. */
  async function choose(into: Id | null = null): Promise<void> {
    const files = await problem.watch(() => platform.chooseDocuments(words.kinds));
    if (files?.length) await take(files.map(asIncoming), into);
  }

  async function take(all: Incoming[], into: Id | null = null): Promise<void> {
    const [first] = all;
    if (!first || reading.value) return;
    if (all.length === 1) {
      const file = handoffIn(first);
      if (file) sheets.show("handoff-open", { file });
      else await takeOne(first, into);
      return;
    }
    if (into) return refuse(words.oneAtATime);
    several.value = all;
    target.value = into;
    await navigation.go({ name: "import-batch" });
  }

  async function takeOne(incoming: Incoming, into: Id | null): Promise<void> {
    const name = nameOf(incoming);
    reading.value = words.reading(name ? words.file(name) : words.pasted);
    const document = await problem.watch(() => openIncoming(incoming));
    reading.value = "";
    if (!document) return;
    // There is nothing to check in an exchange file that goes nowhere in particular.
    if (document.view.format === null && !into) return takeAtOnce(document);
    opened.value = document;
    target.value = into;
    await navigation.go({ name: "import" });
  }

  async function takeAtOnce({ document, view }: OpenDocument): Promise<void> {
    const taken = await problem.watch(() => platform.takeDocument(document, {}, [], { kind: "new_catalogue" }));
    await platform.closeDocument(document);
    if (!taken) return;
    await navigation.go({ name: "catalogue", id: taken.id });
    toast.show({ text: words.taken(view.title || common.untitled, taken.items) });
  }

  /** What was pasted where no field has the focus. */
  function paste(clipboard: DataTransfer | null): Promise<void> {
    const [html, text] = [clipboard?.getData("text/html") ?? "", clipboard?.getData("text/plain") ?? ""];
    const files = [...(clipboard?.files ?? [])];
    if (html.trim() || text.trim()) return take([{ kind: "clipboard", html, text }]);
    if (files.length > 0) return take(files.map(asIncoming));
    return refuse(words.nothingPasted);
  }

  function drop(data: DataTransfer | null): Promise<void> {
    const files = [...(data?.files ?? [])];
    return files.length > 0 ? take(files.map(asIncoming)) : refuse(words.notAFile);
  }

  async function refuse(sentence: string): Promise<void> {
    problem.sentence = sentence;
  }

  return { reading, opened, several, target, choose, take, paste, drop };
});
