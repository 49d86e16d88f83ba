import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { EditRequest } from "@/platform";

import { PAUSE_MS, Saver, type SaverHost, type SaveState } from "./saver";

const text = (value: string): EditRequest => ({ kind: "set_heading", field: "title", value });

function setUp(send: SaverHost["send"], mustAsk?: SaverHost["mustAsk"]) {
  const waiting = new Map<string, EditRequest>();
  const states: SaveState[] = [];
  return { waiting, states, saver: new Saver(waiting, { send, report: (state) => states.push(state), mustAsk }) };
}

describe("saving what is typed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("waits for a pause and then saves the last text only", async () => {
    const sent: EditRequest[] = [];
    const { saver, waiting, states } = setUp(async (request) => void sent.push(request));
    saver.put("title", text("目"));
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    saver.put("title", text("目录"));
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([text("目录")]);
    expect(waiting.size).toBe(0);
    expect(states.at(-1)).toBe("saved");
  });

  it("saves before any other act, in the order of the user", async () => {
    const order: string[] = [];
    const { saver } = setUp(async (request) => void order.push(request.kind));
    saver.put("title", text("目录"));
    await saver.run(async () => void order.push("undo"));
    expect(order).toEqual(["set_heading", "undo"]);
  });

  it("keeps a text that came while the one before was on its way, and saves it too", async () => {
    const sent: EditRequest[] = [];
    let release = (): void => undefined;
    const { saver } = setUp(async (request) => {
      sent.push(request);
      if (sent.length === 1) await new Promise<void>((resolve) => (release = resolve));
    });
    saver.put("title", text("目"));
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    saver.put("title", text("目录"));
    release();
    expect(await flushed).toBe(true);
    expect(sent).toEqual([text("目"), text("目录")]);
  });

  it("keeps what could not be saved, refuses other acts, and saves it when asked again", async () => {
    let full = true;
    const { saver, waiting, states } = setUp(async () => {
      if (full) throw new Error("disk full");
    });
    saver.put("title", text("目录"));
    expect(await saver.flush()).toBe(false);
    expect(states.at(-1)).toBe("failed");
    expect(waiting.get("title")).toEqual(text("目录"));
    const act = vi.fn(async () => undefined);
    await expect(saver.run(act)).rejects.toThrow("disk full");
    expect(act).not.toHaveBeenCalled();
    full = false;
    expect(await saver.flush()).toBe(true);
    expect(states.at(-1)).toBe("saved");
  });

  it("does not say saved while something still waits", async () => {
    const { saver, states } = setUp(async () => undefined);
    saver.put("title", text("目录"));
    saver.put("unit", text("局"));
    await saver.flush();
    expect(states.indexOf("saved")).toBe(states.length - 1);
  });

  it("makes one step of all that is typed into a field until it is left", async () => {
    const sent: [string, boolean][] = [];
    const { saver } = setUp(
      async (request, goesOn) => void sent.push([request.kind === "set_heading" ? request.value : "", goesOn]),
    );
    for (const typed of ["目", "目录"]) {
      saver.put("title", text(typed));
      await saver.flush();
    }
    await saver.end();
    saver.put("title", text("目录三"));
    await saver.flush();
    saver.put("unit", text("局"));
    await saver.flush();
    saver.put("title", text("目录四"));
    await saver.flush();
    expect(sent).toEqual([
      ["目", false],
      ["目录", true],
      ["目录三", false],
      ["局", false],
      ["目录四", false],
    ]);
  });

  it("what is given up before it was saved is not saved at all", async () => {
    const sent: EditRequest[] = [];
    const { saver, waiting, states } = setUp(async (request) => void sent.push(request));
    saver.put("title", text("目"));
    saver.takeBack("title", text(""));
    expect(await saver.end()).toBe(true);
    expect(sent).toEqual([]);
    expect(waiting.size).toBe(0);
    expect(states.at(-1)).toBe("saved");
  });

  it("what is given up after some of it was saved is put back in the same step", async () => {
    const sent: [EditRequest, boolean][] = [];
    const { saver } = setUp(async (request, goesOn) => void sent.push([request, goesOn]));
    saver.put("title", text("目"));
    await saver.flush();
    saver.put("title", text("目录"));
    saver.takeBack("title", text("旧"));
    await saver.end();
    expect(sent).toEqual([
      [text("目"), false],
      [text("旧"), true],
    ]);
  });

  it("does not save again by itself what was typed over something else", async () => {
    let sent = 0;
    const { saver, states } = setUp(
      async () => {
        sent += 1;
        if (sent === 1) throw new Error("changed elsewhere");
      },
      () => true,
    );
    saver.put("title", text("目"));
    expect(await saver.flush()).toBe(false);
    saver.put("title", text("目录"));
    await vi.advanceTimersByTimeAsync(2 * PAUSE_MS);
    expect(await saver.flush()).toBe(false);
    expect(sent).toBe(1);
    expect(states.at(-1)).toBe("failed");
    expect(await saver.again()).toBe(true);
    expect(sent).toBe(2);
  });

  it("does not say that something is unsaved when an act alone was refused", async () => {
    const { saver, states } = setUp(async () => undefined);
    await expect(saver.run(async () => Promise.reject(new Error("nothing to undo")))).rejects.toThrow(
      "nothing to undo",
    );
    expect(states.at(-1)).toBe("saved");
  });
});
