/** What a command answers: a value, or the code of an error. */
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
