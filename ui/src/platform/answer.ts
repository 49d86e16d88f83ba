/** What a command answers: a value, or the code of an error. */
import { invoke } from "@tauri-apps/api/core";

import type { AppError } from "./bindings";

/** An error of the program, as a code with its facts; the sentence for it is in `shared/words`. */
export class AppFailure extends Error {
  constructor(readonly error: AppError) {
    super(error.code);
    this.name = "AppFailure";
  }
}

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: AppError };

export async function value<T>(answer: Promise<Answer<T>>): Promise<T> {
  const result = await answer;
  if (result.status === "error") throw new AppFailure(result.error);
  return result.data;
}

/** As `limits::FILE_BYTES`: a larger file is refused before the page reads it. */
const FILE_BYTES = 256 * 1024 * 1024;

/** Sends the bytes of a file that was dropped, for which the bindings have no type; `more` goes in headers. */
export async function sendFile<T>(command: string, file: File, more: Record<string, string> = {}): Promise<T> {
  if (file.size > FILE_BYTES)
    throw new AppFailure({ code: "bad_exchange_file", path: file.name, problem: { kind: "too_large" } });
  const bytes = await file.arrayBuffer();
  const headers = Object.fromEntries(
    Object.entries({ name: file.name, ...more }).map(([name, text]) => [name, encodeURIComponent(text)]),
  );
  try {
    return await invoke<T>(command, bytes, { headers });
  } catch (error) {
    throw new AppFailure(error as AppError);
  }
}
