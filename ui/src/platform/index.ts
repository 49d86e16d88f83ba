/**
 * The one door to the program behind the window. Nothing else imports `@tauri-apps` or the generated
 * bindings. Each function returns the value or throws an {@link AppFailure} that carries the error's code.
 */
import { Channel as ProgressChannel, invoke } from "@tauri-apps/api/core";
import { getCurrentWindow } from "@tauri-apps/api/window";

import { commands } from "./bindings";
import type {
  AppError,
  CatalogueView,
  Change,
  EditRequest,
  ExportedFile,
  ExportFormat,
  Id,
  LibraryView,
  Paper,
  PreviewView,
  Progress,
  SourceKind,
} from "./bindings";

export type * from "./bindings";
/** In the bindings `Channel` is what reports progress. */
export type { DisclosureChannel as Channel } from "./bindings";

/** An error of the program, as a code with its facts; the sentence for it is in `shared/words`. */
export class AppFailure extends Error {
  constructor(readonly error: AppError) {
    super(error.code);
    this.name = "AppFailure";
  }
}

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: AppError };

async function value<T>(answer: Promise<Answer<T>>): Promise<T> {
  const result = await answer;
  if (result.status === "error") throw new AppFailure(result.error);
  return result.data;
}

export const library = (): Promise<LibraryView> => value(commands.library());

export const createFromSource = (
  id: string,
  kind: SourceKind,
  title: string,
  responsibleUnit: string,
): Promise<Id> => value(commands.createFromSource(id, kind, title, responsibleUnit));

export const importFile = (path: string): Promise<Id> => value(commands.importFile(path));

export const deleteCatalogue = async (id: Id): Promise<void> => {
  await value(commands.deleteCatalogue(id));
};

export const restoreCatalogue = async (id: Id): Promise<void> => {
  await value(commands.restoreCatalogue(id));
};

export const openCatalogue = (id: Id): Promise<CatalogueView> => value(commands.openCatalogue(id));

export const edit = (id: Id, request: EditRequest): Promise<Change> => value(commands.edit(id, request));

export const undo = (id: Id): Promise<Change> => value(commands.undo(id));

export const redo = (id: Id): Promise<Change> => value(commands.redo(id));

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

export const chooseImportFile = (): Promise<string | null> => commands.chooseImportFile();

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
