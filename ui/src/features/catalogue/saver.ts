/**
 * Saves what is typed: a little after the typing pauses, and always before anything else happens. What could
 * not be saved keeps waiting, so that nothing typed is lost.
 */
import type { EditRequest } from "@/platform";

export type SaveState = "saved" | "saving" | "failed";

export const PAUSE_MS = 400;

export interface SaverHost {
  /** Saves one edit. What `goesOn` is one step of 撤销 with the edit before. */
  send: (request: EditRequest, goesOn: boolean) => Promise<unknown>;
  /** Told whenever the state of saving changes; `cause` with "failed". */
  report: (state: SaveState, cause?: unknown) => void;
  /** Whether what failed for this reason may be saved again only when the user says so. */
  mustAsk?: (cause: unknown) => boolean;
}

export class Saver {
  private chain: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failure: unknown = null;
  private held = false;
  /** The field that is being saved, and the one whose typing was the last thing saved. */
  private sending: string | null = null;
  private last: string | null = null;

  /** @param waiting what is typed and not yet saved, by field; the caller may watch it */
  constructor(
    private readonly waiting: Map<string, EditRequest>,
    private readonly host: SaverHost,
  ) {}

  /** Takes what a field holds now; an earlier text of the same field need not be saved any more. */
  put(field: string, request: EditRequest): void {
    this.waiting.set(field, request);
    clearTimeout(this.timer);
    if (this.held) return;
    this.host.report("saving");
    this.timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Gives up what is typed into a field; `before` is what it held, should some of the typing be saved already. */
  takeBack(field: string, before: EditRequest): void {
    const isSaved = this.sending === field || this.last === field;
    if (isSaved) return this.put(field, before);
    if (this.waiting.delete(field) && this.waiting.size === 0) this.discard();
  }

  /** Saves everything that waits, now. Tells whether nothing is left. */
  async flush(): Promise<boolean> {
    if (this.waiting.size > 0) await this.enqueue(() => this.drain());
    else await this.chain;
    return this.waiting.size === 0;
  }

  /** As {@link flush}; what is typed later into the same field is another step of 撤销. */
  async end(): Promise<boolean> {
    const flushed = this.flush();
    void this.enqueue(async () => void (this.last = null));
    return flushed;
  }

  /** Saves at the user's word what was refused. */
  again(): Promise<boolean> {
    this.held = false;
    return this.flush();
  }

  /** Does something after everything typed before it is saved. Throws if that, or the act itself, fails. */
  async run<T>(act: () => Promise<T>): Promise<T> {
    return this.enqueue(async () => {
      await this.drain();
      if (this.waiting.size > 0) throw this.failure;
      this.last = null;
      this.host.report("saving");
      try {
        return await act();
      } finally {
        // An act that was refused leaves nothing unsaved.
        this.settle();
      }
    });
  }

  /** Gives up what could not be saved. */
  discard(): void {
    clearTimeout(this.timer);
    this.held = false;
    this.waiting.clear();
    this.host.report("saved");
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
    while (!this.held) {
      const [next] = this.waiting;
      if (!next) return;
      const [field, request] = next;
      if (!(await this.save(field, request))) return;
      if (this.waiting.get(field) === request) this.waiting.delete(field);
      this.settle();
    }
  }

  private settle(): void {
    this.host.report(this.waiting.size > 0 ? "saving" : "saved");
  }

  private async save(field: string, request: EditRequest): Promise<boolean> {
    this.host.report("saving");
    this.sending = field;
    try {
      await this.host.send(request, this.last === field);
      this.failure = null;
      this.last = field;
      return true;
    } catch (cause) {
      this.failure = cause;
      this.held = this.host.mustAsk?.(cause) ?? false;
      this.host.report("failed", cause);
      return false;
    } finally {
      this.sending = null;
    }
  }
}
