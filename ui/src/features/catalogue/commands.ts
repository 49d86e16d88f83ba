/** Everything that can be commanded on the catalogue screen: its name, its keys, whether it can be done now. */
import { computed } from "vue";

import { ITEM, GROUP } from "@/shared/columns";
import { shownKeys, type KeyMap } from "@/shared/composables/keys";
import { catalogueWords } from "@/shared/words/catalogue";
import { redoSentence, undoSentence } from "@/shared/words/edits";
import { remarkWords } from "@/shared/words/remarks";
import { primaryWords, stepWords } from "@/shared/words/steps";
import { structureWords as words } from "@/shared/words/structure";

import { useActs } from "./acts";
import { contentLines } from "./moves";
import { useCatalogue } from "./store";

export interface Command {
  text: string;
  /** The keys that give it, named as in {@link KeyMap}; the first is the one that is shown. */
  keys?: string[];
  /** Whether it can be done now; where it is missing, always. */
  can?: boolean;
  run: () => unknown;
}

/** What the screen does itself, because it has the panes. */
export interface ScreenActs {
  fill: (column?: string) => void;
  fillDown: () => void;
  repeat: () => void;
  find: (replacing: boolean) => void;
  check: () => void;
  stepFinding: (step: 1 | -1) => void;
  history: () => void;
  remarks: () => void;
  submit: () => void;
  versions: () => void;
  handoff: () => void;
  goToItem: () => void;
  moveToGroup: () => void;
  splitMenu: () => void;
  vocabulary: () => void;
  pickItems: () => void;
  importItems: () => void;
  template: () => void;
  preview: () => void;
  exportMenu: () => void;
  save: () => void;
  back: () => void;
  gridAlone: () => void;
  outline: () => void;
  form: () => void;
  nextPane: (step: 1 | -1) => void;
}

export function useCommands(screen: ScreenActs) {
  const catalogue = useCatalogue();
  const acts = useActs();

  async function addItem(): Promise<void> {
    if (await acts.addItem()) screen.fill(catalogue.selection.kind === "item" ? ITEM : GROUP);
  }

  async function addGroup(): Promise<void> {
    if (await acts.addGroup()) screen.fill(GROUP);
  }

  const structure = computed(() => {
    const count = catalogue.selectedItems.length;
    const isGroup = catalogue.selection.kind === "group";
    const several = count > 1;
    const can = count > 0 || isGroup;
    return {
      addItem: { text: catalogueWords.addItemTitle, keys: ["Ctrl+Shift+="], run: addItem },
      addGroup: { text: catalogueWords.addGroupTitle, run: addGroup },
      duplicate: {
        text: several ? words.duplicateItems(count) : isGroup ? words.duplicateGroup : words.duplicateItem,
        keys: ["Ctrl+Shift+D"],
        can,
        run: () => acts.duplicate(),
      },
      remove: {
        text: several ? words.removeItems(count) : isGroup ? words.removeGroup : words.removeItem,
        keys: ["Ctrl+-"],
        can,
        run: () => acts.removeSelected(),
      },
      up: { text: words.moveUp, keys: ["Alt+Shift+ArrowUp"], can, run: () => acts.move(-1) },
      down: { text: words.moveDown, keys: ["Alt+Shift+ArrowDown"], can, run: () => acts.move(1) },
      previous: {
        text: words.toPreviousGroup,
        keys: ["Alt+Shift+ArrowLeft"],
        can: count > 0,
        run: () => acts.moveToGroup(-1),
      },
      next: { text: words.toNextGroup, keys: ["Alt+Shift+ArrowRight"], can: count > 0, run: () => acts.moveToGroup(1) },
      toGroup: { text: words.toGroup, can: count > 0, run: screen.moveToGroup },
    };
  });

  const order = computed(() => {
    const can = (catalogue.selectedGroup?.items.length ?? 0) > 1;
    return {
      sortByName: { text: words.sortByName, can, run: () => acts.sort("name") },
      sortByLimit: { text: words.sortByLimit, can, run: () => acts.sort("limit") },
      sortReversed: { text: words.sortReversed, can, run: () => acts.sort("reversed") },
    };
  });

  const splitting = computed(() => {
    const count = catalogue.selectedItems.length;
    const item = count === 1 ? catalogue.selectedItem?.item : undefined;
    const rows = item?.parts.length ?? 0;
    const lines = item && rows === 0 ? contentLines(item).length : 0;
    return {
      splitInTwo: { text: words.splitInTwo, can: item !== undefined && rows === 0, run: () => acts.split("two") },
      splitByLines: { text: words.splitByLines(lines), can: lines > 1, run: () => acts.split("lines") },
      joinParts: { text: words.joinParts(rows), can: rows > 0, run: () => acts.joinParts() },
      joinItems: { text: words.joinItems(count), can: acts.canJoin(), run: () => acts.joinItems() },
    };
  });

  const history = computed(() => {
    const state = catalogue.view?.state;
    return {
      undo: {
        text: undoSentence(state?.undo ?? null, catalogue.columns),
        keys: ["Ctrl+Z"],
        can: state?.undo != null || catalogue.waiting.size > 0,
        run: () => catalogue.undo(),
      },
      redo: {
        text: redoSentence(state?.redo ?? null, catalogue.columns),
        keys: ["Ctrl+Y", "Ctrl+Shift+Z"],
        can: state?.redo != null,
        run: () => catalogue.redo(),
      },
    };
  });

  const others = {
    fillDown: { text: words.fillDown, keys: ["Ctrl+D"], run: screen.fillDown },
    repeat: { text: words.repeat, keys: ["F4"], run: screen.repeat },
    find: { text: words.find, keys: ["Ctrl+F"], run: () => screen.find(false) },
    replace: { text: words.replace, keys: ["Ctrl+H"], run: () => screen.find(true) },
    check: { text: words.check, keys: ["F7"], run: screen.check },
    nextFinding: { text: words.nextFinding, keys: ["F8"], run: () => screen.stepFinding(1) },
    previousFinding: { text: words.previousFinding, keys: ["Shift+F8"], run: () => screen.stepFinding(-1) },
    history: { text: words.history, run: screen.history },
    remarks: { text: remarkWords.title, keys: ["Shift+F2"], run: screen.remarks },
    submit: { text: primaryWords.submit ?? "", keys: ["Ctrl+Shift+Enter"], run: screen.submit },
    versions: { text: stepWords.showVersions, run: screen.versions },
    handoff: { text: stepWords.writeHandoff, run: screen.handoff },
    goToItem: { text: words.goToItem, keys: ["F5"], run: screen.goToItem },
    splitMenu: { text: words.splitMenu, keys: ["F3"], run: screen.splitMenu },
    vocabulary: { text: words.vocabulary, run: screen.vocabulary },
    pickItems: { text: words.pickItems, run: screen.pickItems },
    importItems: { text: words.importItems, run: screen.importItems },
    template: { text: words.template, run: screen.template },
    preview: { text: catalogueWords.preview, keys: ["Ctrl+F2", "Ctrl+P"], run: screen.preview },
    exportMenu: { text: words.export, keys: ["Ctrl+E"], run: screen.exportMenu },
    save: { text: words.save, keys: ["Ctrl+S"], run: screen.save },
    back: { text: catalogueWords.back, keys: ["Alt+ArrowLeft"], run: screen.back },
    gridAlone: { text: catalogueWords.gridAlone, keys: ["Ctrl+\\"], run: screen.gridAlone },
    outline: { text: words.paneOutline, run: screen.outline },
    form: { text: words.paneForm, run: screen.form },
    nextPane: { text: words.nextPane, keys: ["F6"], run: () => screen.nextPane(1) },
    previousPane: { text: words.previousPane, keys: ["Shift+F6"], run: () => screen.nextPane(-1) },
  };

  const all = computed(() => ({ ...structure.value, ...order.value, ...splitting.value, ...history.value, ...others }));

  /** What changes the catalogue cannot be done while it is only looked at. */
  const commands = computed(() => {
    const known: Record<CommandId, Command> = { ...all.value };
    if (catalogue.isReadOnly) for (const id of CHANGING) known[id] = { ...known[id], can: false };
    return known;
  });

  function run(id: CommandId): void {
    const command = commands.value[id];
    if (CHANGING.has(id) && !catalogue.mayChange()) return;
    if (command.can !== false) command.run();
  }

  const keys: KeyMap = {};
  for (const [id, command] of Object.entries<Command>(commands.value)) {
    for (const key of command.keys ?? []) keys[key] = () => run(id as CommandId);
  }

  return { commands, run, keys };
}

export type CommandId =
  | "addItem"
  | "addGroup"
  | "duplicate"
  | "remove"
  | "up"
  | "down"
  | "previous"
  | "next"
  | "toGroup"
  | "sortByName"
  | "sortByLimit"
  | "sortReversed"
  | "splitInTwo"
  | "splitByLines"
  | "joinParts"
  | "joinItems"
  | "undo"
  | "redo"
  | "fillDown"
  | "repeat"
  | "find"
  | "replace"
  | "check"
  | "nextFinding"
  | "previousFinding"
  | "history"
  | "remarks"
  | "submit"
  | "versions"
  | "handoff"
  | "goToItem"
  | "splitMenu"
  | "vocabulary"
  | "pickItems"
  | "importItems"
  | "template"
  | "preview"
  | "exportMenu"
  | "save"
  | "back"
  | "gridAlone"
  | "outline"
  | "form"
  | "nextPane"
  | "previousPane";
export type Commands = Record<CommandId, Command>;

/** The commands that change the catalogue. */
export const CHANGING: ReadonlySet<CommandId> = new Set<CommandId>([
  "addItem",
  "addGroup",
  "duplicate",
  "remove",
  "up",
  "down",
  "previous",
  "next",
  "toGroup",
  "sortByName",
  "sortByLimit",
  "sortReversed",
  "splitInTwo",
  "splitByLines",
  "joinParts",
  "joinItems",
  "undo",
  "redo",
  "fillDown",
  "repeat",
  "replace",
  "splitMenu",
  "pickItems",
  "importItems",
  "template",
]);

/** The name of a command with its keys, for a tooltip. */
export const titleOf = (command: Command): string => [command.text, hintOf(command)].filter(Boolean).join(" ");

export const hintOf = (command: Command): string | undefined =>
  command.keys?.[0] ? shownKeys(command.keys[0]) : undefined;
