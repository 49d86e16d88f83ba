/** Copy, cut and paste of cells, by the clipboard events of the field that always has the focus. */
import { computed, shallowRef, type Ref } from "vue";

import { GROUP } from "@/shared/columns";
import { gridWords } from "@/shared/words/grid";
import { catalogueWords } from "@/shared/words/catalogue";

import { channelText, isComputed } from "../cells";
import { useCatalogue } from "../store";
import { htmlTable, parseHtmlTable, parseTabbedText, tabbedText, trimmed, type TextBlock } from "./clipboard";
import { misfits, pasteRequest, planPaste, within, type PastePlan } from "./paste";
import { wholeBlocks, type Area } from "./selection";
import type { Sheet } from "./sheet";
import type { useCellActs } from "./useCellActs";
import type { useEditor } from "./editor";
import type { useSelection } from "./useSelection";

/** A paste that has to be looked at first. */
export interface PasteQuestion {
  plan: PastePlan;
  /** The same inside what is selected, where that is less. */
  inside: PastePlan | null;
  area: Area;
}

export function useClipboard(
  sheet: Ref<Sheet>,
  selection: ReturnType<typeof useSelection>,
  acts: ReturnType<typeof useCellActs>,
  editor: () => ReturnType<typeof useEditor>,
) {
  const catalogue = useCatalogue();
  const held = shallowRef<(() => Area | null) | null>(null);
  const question = shallowRef<PasteQuestion | null>(null);
  let textOnly = false;

  /** What was copied and is framed. */
  const copied = computed(() => held.value?.() ?? null);

  /** What a cell says, as other programs shall get it. */
  function textAt(line: number, column: number): string {
    const at = sheet.value.lines[line];
    const shown = sheet.value.columns[column];
    const place = at && catalogue.view?.places[at.groupIndex];
    if (!at || !shown || !place) return "";
    const key = shown.column.key;
    if (key === GROUP) return catalogue.groupName(at.group.id);
    if (isComputed(key)) return shown.isOfGroup ? place.number : at.row ? String(place.first_item + at.row.index) : "";
    const value = at.row && catalogue.valueOf(at.row.item, at.row.part, key);
    switch (value?.kind) {
      case "text":
        return value.text;
      case "channels":
        return value.channels.map(channelText).join(gridWords.channelSeparator);
      case "mark":
        return value.note || (value.on ? gridWords.tick : "");
    }
    return "";
  }

  /** Areas below each other are copied as one block; of others the last. */
  function copiedAreas(): Area[] {
    const all = selection.all.value;
    const last = all.at(-1);
    return last && all.every((area) => area.left === last.left && area.right === last.right) ? all : all.slice(-1);
  }

  function blockOf(areas: Area[]): TextBlock {
    const columns = (area: Area): number[] =>
      Array.from({ length: area.right - area.left + 1 }, (_, at) => area.left + at);
    return areas.flatMap((area) =>
      Array.from({ length: area.bottom - area.top + 1 }, (_, at) =>
        columns(area).map((column) => textAt(area.top + at, column)),
      ),
    );
  }

  function copy(event: ClipboardEvent): boolean {
    const areas = copiedAreas();
    if (editor().editing.value || !event.clipboardData || areas.length === 0) return false;
    event.preventDefault();
    // A merged cell is copied once.
    const only = areas.length === 1 && areas[0] && areas[0].left === areas[0].right ? areas[0] : null;
    const isOneCell = only !== null && selection.areas.value.length === 0;
    const block = blockOf(isOneCell ? [{ ...only, bottom: only.top }] : areas);
    event.clipboardData.setData(
      "text/plain",
      block.length === 1 && block[0]?.length === 1 ? (block[0][0] ?? "") : tabbedText(block),
    );
    event.clipboardData.setData("text/html", htmlTable(block));
    held.value = areas.length === 1 && areas[0] ? selection.pinned(areas[0]) : null;
    return true;
  }

  function cut(event: ClipboardEvent): void {
    if (!copy(event)) return;
    held.value = null;
    acts.clear();
  }

  function paste(event: ClipboardEvent): void {
    const data = event.clipboardData;
    const isText = textOnly;
    textOnly = false;
    if (editor().editing.value || !data) return;
    event.preventDefault();
    const html = isText ? "" : data.getData("text/html");
    const block = trimmed((html && parseHtmlTable(html)) || parseTabbedText(data.getData("text/plain")));
    acts.repeatable(() => lay(block));
  }

  /** Lays a block onto what is selected; where it does not simply fit, that is asked first. */
  function lay(block: TextBlock): void {
    const template = catalogue.view?.template;
    const area = selection.all.value.at(-1);
    if (!template || !area) return;
    const plan = planPaste(block, area, sheet.value, template);
    const isRange = selection.areas.value.length > 0;
    const differs =
      isRange && (plan.height !== area.bottom - area.top + 1 || plan.width !== area.right - area.left + 1);
    if (!differs && plan.rest.length === 0 && plan.beyond === 0 && misfits(plan).length === 0) return put(plan);
    question.value = { plan, inside: differs ? within(plan, area, sheet.value) : null, area };
  }

  /** Sets what was pasted, and selects it. */
  function put(plan: PastePlan, addRest = false): void {
    const area = selection.all.value.at(-1);
    const group = addRest ? (sheet.value.lines.at(-1)?.group ?? null) : null;
    question.value = null;
    held.value = null;
    const request = pasteRequest(plan, group, catalogueWords.newItem);
    if (request.kind === "set_cells" && request.cells.length === 0) return;
    void catalogue.request(request).then((change) => {
      if (!change || !area) return;
      const bottom = Math.min(
        sheet.value.lines.length - 1,
        area.top + plan.rows.length + (group ? plan.rest.length : 0) - 1,
      );
      const right = Math.min(sheet.value.columns.length - 1, area.left + plan.width - 1);
      const filled = wholeBlocks(sheet.value, { ...area, bottom: Math.max(area.top, bottom), right });
      selection.setArea({ line: filled.top, column: filled.left }, { line: filled.bottom, column: filled.right }, true);
    });
  }

  /** Takes the frame away. Tells whether there was one. */
  function drop(): boolean {
    const wasHeld = held.value !== null;
    held.value = null;
    return wasHeld;
  }

  /** The next paste takes the plain text only; it follows the key at once. */
  function pasteTextNext(): void {
    textOnly = true;
    setTimeout(() => (textOnly = false));
  }

  /** The field is empty while nothing is typed, and engines ask whether there is anything to copy. */
  function allow(event: Event): void {
    if (!editor().editing.value) event.preventDefault();
  }

  const cancel = (): void => void (question.value = null);

  return { copied, question, copy, cut, paste, put, cancel, drop, pasteTextNext, allow };
}
