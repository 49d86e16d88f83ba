/** Taking documents of others in. What each command does is said in the bindings. */
import { sendFile, value } from "./answer";
import { commands } from "./bindings";
import type {
  DocumentSource,
  ImportChoice,
  ImportDifference,
  ImportInto,
  ImportReading,
  ImportRow,
  ImportTaken,
  ImportView,
  OpenDocument,
} from "./bindings";

/** Asks which files to take in; `kinds` is what all kinds that are read are called. None when the user thinks better of it. */
export const chooseImportFiles = (kinds: string): Promise<string[]> => commands.chooseImportFiles(kinds);

/** Opens a document; it stays open until {@link closeDocument}. */
export const openDocument = (source: DocumentSource): Promise<OpenDocument> => value(commands.openDocument(source));

/** Opens a file of which the page has the bytes, such as one that was dropped. */
export const openDroppedFile = (file: File): Promise<OpenDocument> => sendFile("open_document_bytes", file);

export const closeDocument = async (document: number): Promise<void> => {
  await value(commands.closeDocument(document));
};

export const lookAtDocument = (document: number, choice: ImportChoice): Promise<ImportView> =>
  value(commands.lookAtDocument(document, choice));

/** At most 2000 rows of a table (from 1), from row `first` (from 0) on, as they stand in the document. */
export const documentRows = (document: number, table: number, first: number, wanted: number): Promise<ImportRow[]> =>
  value(commands.documentRows(document, table, first, wanted));

/** What all rows of a table (from 1) were taken for when the document was last looked at. */
export const documentReadings = (document: number, table: number): Promise<ImportReading[]> =>
  value(commands.documentReadings(document, table));

export const importDifference = (
  document: number,
  choice: ImportChoice,
  cleanings: number[],
  into: ImportInto,
): Promise<ImportDifference> => value(commands.importDifference(document, choice, cleanings, into));

export const takeDocument = (
  document: number,
  choice: ImportChoice,
  cleanings: number[],
  into: ImportInto,
): Promise<ImportTaken> => value(commands.takeDocument(document, choice, cleanings, into));
