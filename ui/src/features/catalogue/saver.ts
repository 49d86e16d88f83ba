/**
 * Saves what is typed: a little after the typing pauses, and always before anything else happens. What could
 * not be saved keeps waiting, so that nothing typed is lost.
 */
import type { EditRequest } from "@/platform";

export type SaveState = "saved" | "saving" | "failed";

export const PAUSE_MS = 400;

export class Saver {
  private chain: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failure: unknown = null;

  /**
   * @param waiting what is typed and not yet saved, by field; the caller may watch it
   * @param send saves one edit
   * @param report told whenever the state of saving changes; `cause` with "failed"
   */
  constructor(
    private readonly waiting: Map<string, EditRequest>,
    private readonly send: (request: EditRequest) => Promise<void>,
    private readonly report: (state: SaveState, cause?: unknown) => void,
  ) {}

  /** Takes what a field holds now; an earlier text of the same field need not be saved any more. */
  put(field: string, request: EditRequest): void {
    this.waiting.set(field, request);
    this.report("saving");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves everything that waits, now. Tells whether nothing is left. */
  async flush(): Promise<boolean> {
    if (this.waiting.size > 0) await this.enqueue(() => this.drain());
    else await this.chain;
    return this.waiting.size === 0;
  }

  /** Does something after everything typed before it is saved. Throws if that, or the act itself, fails. */
  async run<T>(act: () => Promise<T>): Promise<T> {
    return this.enqueue(async () => {
      await this.drain();
      if (this.waiting.size > 0) throw this.failure;
      const result = await this.attempt(act);
      this.settle();
      return result;
    });
  }

  /** Gives up what could not be saved. */
  discard(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
    this.report("saved");
  }

  private enqueue<T>(act: () => Promise<T>): Promise<T> {
    const result = this.chain.then(act);
    this.chain = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  private async drain(): Promise<void> {
    clearTimeout(this.timer);
    for (;;) {
      const [next] = this.waiting;
      if (!next) return;
      const [field, request] = next;
      try {
        await this.attempt(() => this.send(request));
      } catch {
        return;
      }
      if (this.waiting.get(field) === request) this.waiting.delete(field);
      this.settle();
    }
  }

  private settle(): void {
    this.report(this.waiting.size > 0 ? "saving" : "saved");
  }

  private async attempt<T>(act: () => Promise<T>): Promise<T> {
    this.report("saving");
    try {
      const result = await act();
      this.failure = null;
      return result;
    } catch (cause) {
      this.failure = cause;
      this.report("failed", cause);
      throw cause;
    }
  }
}
