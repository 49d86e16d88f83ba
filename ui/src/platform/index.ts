/**
 * The one door to the program behind the window. Nothing else imports `@tauri-apps` or the generated
 * bindings. Each function returns the value or throws an {@link AppFailure} that carries the error's code.
 */
import { Channel as ProgressChannel, invoke } from "@tauri-apps/api/core";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";

import { value } from "./answer";
import { commands } from "./bindings";
import type {
  AppError,
  CatalogueView,
  Change,
  CheckCounts,
  ColumnKey,
  EditRequest,
  ExportedFile,
  ExportFormat,
  Find,
  Finding,
  Found,
  HiddenData,
  History,
  Id,
  LibraryView,
  NamedTemplate,
  Paper,
  PickFrom,
  PickGroup,
  PreviewView,
  Progress,
  SourceKind,
  Template,
  Term,
  TermUse,
} from "./bindings";

export { AppFailure } from "./answer";
export * from "./import";
export * from "./signoff";
export type * from "./bindings";
/** In the bindings `Channel` is what reports progress. */
export type { DisclosureChannel as Channel } from "./bindings";

export const library = (): Promise<LibraryView> => value(commands.library());

export const createFromSource = (id: string, kind: SourceKind, title: string, responsibleUnit: string): Promise<Id> =>
  value(commands.createFromSource(id, kind, title, responsibleUnit));

export const importFile = (path: string): Promise<Id> => value(commands.importFile(path));

export const deleteCatalogue = async (id: Id): Promise<void> => {
  await value(commands.deleteCatalogue(id));
};

export const restoreCatalogue = async (id: Id): Promise<void> => {
  await value(commands.restoreCatalogue(id));
};

export const openCatalogue = (id: Id): Promise<CatalogueView> => value(commands.openCatalogue(id));

/** Changes a catalogue. What `goesOn` with the change before is one step with it in 撤销. */
export const edit = (id: Id, request: EditRequest, goesOn = false): Promise<Change> =>
  value(commands.edit(id, request, goesOn));

export const undo = (id: Id): Promise<Change> => value(commands.undo(id));

export const redo = (id: Id): Promise<Change> => value(commands.redo(id));

export const history = (id: Id): Promise<History> => value(commands.history(id));

/** Takes back so many steps, or makes so many again where the number is positive. */
export const goTo = (id: Id, steps: number): Promise<CatalogueView> => value(commands.goTo(id, steps));

/** Makes a new catalogue out of one, for the next year. */
export const copyCatalogue = (id: Id, title: string): Promise<Id> => value(commands.copyCatalogue(id, title));

export const itemsToPick = (from: PickFrom): Promise<PickGroup[]> => value(commands.itemsToPick(from));

/** Terms that could be meant by what is typed into a column. */
export const suggest = (id: Id, column: ColumnKey, typed: string): Promise<Term[]> =>
  value(commands.suggest(id, column, typed));

export const terms = (id: Id, column: ColumnKey): Promise<TermUse[]> => value(commands.terms(id, column));

/** Renames a term in all other catalogues of the library; says in how many cells. */
export const renameTermElsewhere = (id: Id, column: ColumnKey, from: string, to: string): Promise<number> =>
  value(commands.renameTermElsewhere(id, column, from, to));

export const find = (id: Id, wanted: Find, replacement: string): Promise<Found> =>
  value(commands.find(id, wanted, replacement));

export const checkCounts = (id: Id): Promise<CheckCounts> => value(commands.checkCounts(id));

export const findings = (id: Id): Promise<Finding[]> => value(commands.findings(id));

export const template = (id: string, kind: SourceKind): Promise<NamedTemplate> => value(commands.template(id, kind));

export const keepTemplate = (name: string, kept: Template): Promise<Id> => value(commands.keepTemplate(name, kept));

export const removeTemplate = async (id: Id): Promise<void> => {
  await value(commands.removeTemplate(id));
};

export const importTemplate = (path: string): Promise<Id> => value(commands.importTemplate(path));

export const chooseTemplatePath = (name: string): Promise<string | null> => commands.chooseTemplatePath(name);

export const exportTemplate = (name: string, given: Template, path: string): Promise<ExportedFile> =>
  value(commands.exportTemplate(name, given, path));

/** The data of a catalogue that a template would not show. */
export const hiddenBy = (id: Id, wanted: Template): Promise<HiddenData[]> => value(commands.hiddenBy(id, wanted));

export const preview = (id: Id, paper: Paper): Promise<PreviewView> => value(commands.preview(id, paper));

/** The markup of a page, counted from 0. */
export const previewPage = (id: Id, paper: Paper, page: number): Promise<string> =>
  value(commands.previewPage(id, paper, page));

export const exportCatalogue = (
  id: Id,
  format: ExportFormat,
  paper: Paper,
  path: string,
  onProgress: (progress: Progress) => void,
): Promise<ExportedFile> => {
  const channel = new ProgressChannel<Progress>();
  channel.onmessage = onProgress;
  return value(commands.exportCatalogue(id, format, paper, path, channel));
};

export const cancelExport = async (): Promise<void> => {
  await commands.cancelExport();
};

/** Asks where to put a file; `null` when the user thinks better of it. */
export const chooseExportPath = (id: Id, format: ExportFormat): Promise<string | null> =>
  value(commands.chooseExportPath(id, format));

export const chooseExchangeFile = (): Promise<string | null> => commands.chooseExchangeFile();

export const showInFolder = async (path: string): Promise<void> => {
  await value(commands.showInFolder(path));
};

/** Makes the PDF and opens it in the system's viewer, from where it is printed. */
export const printForm = async (id: Id, paper: Paper): Promise<void> => {
  await value(commands.printForm(id, paper));
};

/** Why the library could not be opened; then every other command fails. */
export const startUpProblem = (): Promise<AppError | null> => commands.startUpProblem();

let formFonts: Promise<void> | undefined;

/** Makes the fonts of the printed form known to the window, once. */
export const loadFormFonts = (): Promise<void> => (formFonts ??= loadFonts());

async function loadFonts(): Promise<void> {
  const families = await commands.fontFamilies();
  await Promise.all(
    families.map(async (family) => {
      // Raw bytes do not pass through the typed bindings.
      const bytes = await invoke<ArrayBuffer>("font_file", { family });
      document.fonts.add(await new FontFace(family, bytes).load());
    }),
  );
}

/** Has `mayClose` asked before the window closes; it may first finish saving. */
export const onWindowClose = (mayClose: () => Promise<boolean>): Promise<() => void> =>
  getCurrentWindow().onCloseRequested(async (event) => {
    if (!(await mayClose())) event.preventDefault();
  });

/** Closes the window without asking. */
export const closeWindow = (): Promise<void> => getCurrentWindow().destroy();

/** Draws everything so many percent of its size. The page is laid out as in a window that much smaller. */
export const setScale = (percent: number): Promise<void> => getCurrentWebview().setZoom(percent / 100);

/** The colours of the window's frame; `null` follows the system. */
export const setFrameTheme = (theme: "light" | "dark" | null): Promise<void> => getCurrentWindow().setTheme(theme);
