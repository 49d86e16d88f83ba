/** How the generated client reaches the program. */
import type { AppError, NamedFile } from "./client";
import type { FileToRead, Host, Watch } from "./host";
import { windowHost } from "./window";

export type { FileToRead, Watch } from "./host";

/** The host of these screens. */
export const host: Host = windowHost;

/** An error of the program, as a code with its facts; the sentence for it is in `shared/words`. */
export class AppFailure extends Error {
  constructor(readonly error: AppError) {
    super(error.code);
    this.name = "AppFailure";
  }
}

/** The long command that was called last, by its number. Two pages begin far apart. */
let task = Math.trunc(Math.random() * 2 ** 31);

/** The number of the long command that was called last. */
export const lastTask = (): number => task;

/** Runs a command; throws an {@link AppFailure} where the program says what is wrong. */
export const call = <T>(command: string, params: object, watch?: Watch): Promise<T> =>
  answered(() => host.call<T>(command, params, watch && { number: (task += 1), watch }));

/** As `limits::FILE_BYTES`: a larger file is refused before the page reads it. */
const FILE_BYTES = 256 * 1024 * 1024;

/** A file as a command names it; one of which the page has only the content is sent first. */
export async function given(file: FileToRead): Promise<NamedFile> {
  if (typeof file === "string") return { kind: "path", path: file };
  if (file.size > FILE_BYTES)
    throw new AppFailure({ code: "bad_exchange_file", path: file.name, problem: { kind: "too_large" } });
  return { kind: "sent", number: await answered(() => host.sendFile(file)) };
}

/** Has what a host does fail with an {@link AppFailure} where the program says what is wrong. */
export async function answered<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof Error) throw cause;
    throw new AppFailure(cause as AppError);
  }
}
