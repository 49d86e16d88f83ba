/**
 * What the screens need of the program that shows them, besides its commands. The window is one such host; whatever
 * differs between hosts is decided behind this interface and nowhere else.
 */
import type { Progress } from "./client";

/** A file that a command reads: where it is, or, where a page was given it, the file itself. */
export type FileToRead = string | File;

/** Hears how far a long command is. */
export type Watch = (progress: Progress) => void;

export interface Host {
  /** Runs a command; rejects with the program's error. A long command can be stopped by the number of its `task`. */
  call<T>(command: string, params: object, task?: { number: number; watch: Watch }): Promise<T>;
  /** Sends a file for the command that will name it by the number. */
  sendFile(file: File): Promise<number>;
  /** The file of a font of the form. */
  font(family: string): Promise<ArrayBuffer>;
  /** Asks which files to read; none when the user thinks better of it. `kinds` is what the extensions are called. */
  chooseFiles(kinds: string, extensions: readonly string[], several: boolean): Promise<FileToRead[]>;
  /** Asks where to put a file; `null` when the user thinks better of it. */
  chooseTarget(fileName: string): Promise<string | null>;
  /** Where a file stands that is made only to be printed. */
  printTarget(fileName: string): Promise<string>;
  /** Opens a file in the system's viewer. */
  openFile(path: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  showInFolder(path: string): Promise<void>;
  /** Has `mayClose` asked before the screens close; it may first finish saving. Returns how to end that. */
  onClose(mayClose: () => Promise<boolean>): Promise<() => void>;
  /** Closes the screens without asking. */
  close(): Promise<void>;
  /** Draws everything so many percent of its size. The page is laid out as in a window that much smaller. */
  setScale(percent: number): Promise<void>;
  /** The colours of the frame around the page; `null` follows the system. */
  setFrameTheme(theme: "light" | "dark" | null): Promise<void>;
}
