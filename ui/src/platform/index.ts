/**
 * The one door to the program behind the screens. `client.ts` has a function for each of its commands; each returns the
 * value or throws an {@link AppFailure}. What hosts do in different ways is in {@link Host}.
 */
import { answered, host, lastTask, type FileToRead } from "./call";
import * as client from "./client";
import type { ExportedFile, ExportFormat, Id, Paper } from "./client";

export { AppFailure, type FileToRead } from "./call";
export * from "./client";

/** Asks where to put a catalogue; `null` when the user thinks better of it. */
export const chooseCatalogueTarget = async (id: Id, format: ExportFormat): Promise<string | null> =>
  chooseFile(await client.catalogueFileName(id, format));

/** Asks where to put something that is called so. */
export const chooseTarget = async (name: string, format: ExportFormat): Promise<string | null> =>
  chooseFile(await client.fileName(name, format));

/** Asks where to put a catalogue as a hand-off file. */
export const chooseHandoffTarget = async (id: Id): Promise<string | null> =>
  chooseFile(await client.handoffFileName(id));

const chooseFile = (fileName: string): Promise<string | null> => answered(() => host.chooseTarget(fileName));

/** Asks which documents to take in; `kinds` is what all kinds that are read are called. */
export const chooseDocuments = (kinds: string): Promise<FileToRead[]> =>
  host.chooseFiles(kinds, client.DOCUMENT_EXTENSIONS, true);

/** Asks which exchange file to read; nothing when the user thinks better of it. */
export const chooseExchangeFile = (): Promise<FileToRead | undefined> => chooseOne("json");

/** Asks which hand-off file to read. */
export const chooseHandoffFile = (): Promise<FileToRead | undefined> => chooseOne("mulu");

const chooseOne = async (extension: string): Promise<FileToRead | undefined> =>
  (await host.chooseFiles(extension.toUpperCase(), [extension], false))[0];

/** Asks the export under way to stop. */
export const cancelExport = (): Promise<void> => client.stopTask(lastTask());

export const showInFolder = (path: string): Promise<void> => answered(() => host.showInFolder(path));

/** Makes the PDF and opens it in the system's viewer, from where it is printed: what a page itself prints is the page. */
export async function printForm(id: Id, paper: Paper): Promise<void> {
  const name = await client.catalogueFileName(id, "pdf");
  const path = await answered(() => host.printTarget(name));
  const file: ExportedFile = await client.exportCatalogue(id, "pdf", paper, path, () => undefined);
  await answered(() => host.openFile(file.path));
}

let formFonts: Promise<void> | undefined;

/** Makes the fonts of the printed form known to the page, once. */
export const loadFormFonts = (): Promise<void> => (formFonts ??= loadFonts());

async function loadFonts(): Promise<void> {
  const families = await client.fontFamilies();
  await Promise.all(
    families.map(async (family) => {
      document.fonts.add(await new FontFace(family, await host.font(family)).load());
    }),
  );
}

/** Has `mayClose` asked before the screens close; it may first finish saving. */
export const onWindowClose = host.onClose;

/** Closes the screens without asking. */
export const closeWindow = host.close;

/** Draws everything so many percent of its size. */
export const setScale = host.setScale;

/** The colours of the frame around the page; `null` follows the system. */
export const setFrameTheme = host.setFrameTheme;
