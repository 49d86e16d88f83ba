/** The keys of the table. While one types, only those that end the entry are taken from the field. */
import { handleKey, keyName, type KeyMap } from "@/shared/composables/keys";
import { catalogueWords as words } from "@/shared/words/catalogue";
import { columnLabel } from "@/shared/words/edits";
import { CHANNELS, isChannels } from "@/shared/columns";

import { isMark } from "../cells";
import { BOX_KEYS } from "../form/boxes";
import { useCatalogue } from "../store";
import { moveSpot, type Step } from "./cursor";
import { blockOf, type Spot } from "./sheet";
import type { useClipboard } from "./useClipboard";
import type { useCellActs } from "./useCellActs";
import type { useSelection } from "./useSelection";
import type { useSheet } from "./useSheet";
import type { useTyping } from "./useTyping";

export interface KeysHost {
  table: ReturnType<typeof useSheet>;
  selection: ReturnType<typeof useSelection>;
  acts: ReturnType<typeof useCellActs>;
  typing: ReturnType<typeof useTyping>;
  clipboard: ReturnType<typeof useClipboard>;
  /** Asks for a field of the form. */
  fill: (column: string, note?: string) => void;
  openForm: () => void;
  /** Opens the commands for the column. */
  openMenu: () => void;
  /** Brings a spot into sight. */
  reveal: (spot: Spot) => void;
}

/** The keys of the boxes as a Chinese input method gives them. */
const WIDE_BOX_KEYS = "１２３４５６７８９０－＝、";

export function useGridKeys({ table, selection, acts, typing, clipboard, fill, openForm, openMenu, reveal }: KeysHost) {
  const catalogue = useCatalogue();
  const { editor, terms } = typing;

  function goTo(spot: Spot | null): void {
    if (!spot) return;
    selection.drop();
    table.select(spot);
  }

  const step = (kind: Step) => () => goTo(moveSpot(table.cursor.value, kind, table.sheet.value));
  const extend = (kind: Step) => () => {
    const far = moveSpot(selection.farSpot(), kind, table.sheet.value);
    if (!far) return;
    selection.extendTo(far);
    reveal(far);
  };

  const column = (): string => (catalogue.selection.kind === "item" ? catalogue.selection.column : "");

  const open = (): unknown => catalogue.mayChange() && (typing.here.value ? editor.edit() : openForm());
  const tick = (): unknown => catalogue.mayChange() && (isMark(column()) ? acts.toggleMarks() : openForm());

  function strike(text: string): void {
    if (!catalogue.mayChange()) return;
    for (const character of text) {
      if (/\s/.test(character)) tick();
      else if (isChannels(column())) void strikeBox(character);
    }
  }

  async function strikeBox(character: string): Promise<void> {
    const index = Math.max(BOX_KEYS.indexOf(character), WIDE_BOX_KEYS.indexOf(character));
    const option = catalogue.view?.template.channel_options[index];
    if (index < 0 || !option || !(await acts.toggleBox(index))) return;
    // A box that takes a note leads to it.
    if (catalogue.view?.template.channel_options_with_note.includes(option)) fill(CHANNELS, option);
  }

  function selectAll(): void {
    const { lines, columns } = table.sheet.value;
    selection.setArea({ line: 0, column: 0 }, { line: lines.length - 1, column: columns.length - 1 }, true);
  }

  const idle: KeyMap = {
    ArrowUp: step("up"),
    ArrowDown: step("down"),
    ArrowLeft: step("left"),
    ArrowRight: step("right"),
    Tab: step("right"),
    "Shift+Tab": step("left"),
    Home: step("rowStart"),
    End: step("rowEnd"),
    PageUp: step("pageUp"),
    PageDown: step("pageDown"),
    "Ctrl+Home": step("first"),
    "Ctrl+End": step("last"),
    "Ctrl+ArrowUp": step("previousGroup"),
    "Ctrl+ArrowDown": step("nextGroup"),
    "Ctrl+ArrowLeft": step("rowStart"),
    "Ctrl+ArrowRight": step("rowEnd"),
    "Shift+ArrowUp": extend("up"),
    "Shift+ArrowDown": extend("down"),
    "Shift+ArrowLeft": extend("left"),
    "Shift+ArrowRight": extend("right"),
    "Shift+Home": extend("rowStart"),
    "Shift+End": extend("rowEnd"),
    "Shift+PageUp": extend("pageUp"),
    "Shift+PageDown": extend("pageDown"),
    "Ctrl+Shift+Home": extend("first"),
    "Ctrl+Shift+End": extend("last"),
    "Ctrl+Shift+ArrowUp": extend("previousGroup"),
    "Ctrl+Shift+ArrowDown": extend("nextGroup"),
    "Ctrl+A": selectAll,
    "Ctrl+D": acts.fillDown,
    Enter: () => (isMark(column()) ? step("down")() : open()),
    "Shift+Enter": step("up"),
    F2: open,
    F4: acts.repeat,
    Delete: acts.clear,
    Backspace: acts.clear,
    Escape: () => clipboard.drop() || selection.drop(),
    "Alt+ArrowDown": terms.list,
    ContextMenu: openMenu,
    "Shift+F10": openMenu,
  };

  /** Ends the entry, with the chosen term if there is one, and goes on. After one legal basis there may come another. */
  const done = (kind: Step) => () => {
    if (terms.take() && !terms.isWhole()) return;
    editor.finish();
    step(kind)();
  };

  const writing: KeyMap = {
    Enter: done("down"),
    "Shift+Enter": done("up"),
    Tab: done("right"),
    "Shift+Tab": done("left"),
    "Alt+Enter": () => editor.insert("\n"),
    "Ctrl+Enter": fillSelection,
    Escape: () => editor.giveUp(),
    "Alt+ArrowDown": terms.list,
  };

  /** These come before others while terms are listed. */
  const choosing: KeyMap = {
    ArrowDown: () => terms.step(1),
    ArrowUp: () => terms.step(-1),
    Escape: () => terms.close(),
  };

  /** The same entry for the whole selection. */
  function fillSelection(): void {
    const text = editor.text.value;
    editor.giveUp();
    acts.setAll(text);
  }

  /** These are for the text itself while one types. */
  const OF_TEXT = ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"];

  function keydown(event: KeyboardEvent): void {
    if (keyName(event) === "Ctrl+Shift+V") clipboard.pasteTextNext();
    if ((event.target as HTMLElement).closest("button, [data-heading]")) return;
    if (editor.editing.value) {
      if (terms.isOpen.value && handleKey(event, choosing)) return;
      if (handleKey(event, writing)) return;
      if (OF_TEXT.includes(keyName(event))) event.stopPropagation();
      return;
    }
    // In a cell of words a space is a character like others.
    if (!typing.here.value || isMark(column())) handleKey(event, { Space: tick });
    handleKey(event, idle);
  }

  /** What a screen reader and a test call the cell of a spot. */
  function nameOf(spot: Spot): { name: string; testid: string } {
    const { sheet } = table;
    const block = blockOf(sheet.value, spot);
    const line = sheet.value.lines[spot.line];
    const shown = sheet.value.columns[spot.column];
    if (!line || !shown) return { name: "", testid: "" };
    const key = shown.column.key;
    const place = catalogue.view?.places[line.groupIndex];
    const first = sheet.value.lines[block.top]?.row;
    if (!first || !line.row || shown.isOfGroup) {
      const number = (sheet.value.starts[line.groupIndex] ?? 0) + table.headerRows.value + 1;
      return { name: words.groupCellName(place?.number ?? "", line.group.name), testid: `cell-group-${number}-${key}` };
    }
    const number = (place?.first_item ?? 1) + first.index;
    const part = first.part > 0 ? `-${first.part}` : "";
    return {
      name: `${words.itemPlace((place?.first_item ?? 1) + line.row.index)} ${columnLabel(shown.column)}`,
      testid: `cell-${number}-${key}${part}`,
    };
  }

  return { keydown, strike, nameOf };
}
