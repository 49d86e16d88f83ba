// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";

import { useEditor } from "./editor";

function setUp(words: string | null = "旧") {
  const field = document.createElement("textarea");
  document.body.replaceChildren(field);
  const host = {
    field: () => field,
    words: () => words,
    begun: vi.fn(),
    typed: vi.fn(),
    struck: vi.fn(),
    done: vi.fn(),
    gaveUp: vi.fn(),
  };
  const editor = useEditor(host);
  field.addEventListener("input", editor.input);
  field.addEventListener("compositionend", editor.composed);
  field.addEventListener("blur", editor.blurred);
  field.focus();
  const input = (value: string, isComposing = false): void => {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { isComposing }));
  };
  const composed = (): void => void field.dispatchEvent(new Event("compositionend"));
  return { field, editor, host, input, composed };
}

describe("the field over the active cell", () => {
  beforeEach(() => vi.useRealTimers());

  it("replaces what the cell held with the first key that comes", () => {
    const { editor, host, input } = setUp();
    expect(editor.editing.value).toBe(false);
    input("5");
    expect(editor.editing.value).toBe(true);
    expect(host.typed).toHaveBeenCalledExactlyOnceWith("5");
    editor.finish();
    expect(host.done).toHaveBeenCalledOnce();
    expect(editor.editing.value).toBe(false);
  });

  it("takes the word of an input method that only tells of its end, as on Linux", () => {
    const { editor, host, input, composed } = setUp();
    input("中国");
    composed();
    expect(editor.editing.value).toBe(true);
    expect(host.typed).toHaveBeenCalledExactlyOnceWith("中国");
  });

  it("shows what an input method composes but takes only its word, as on Windows", () => {
    const { editor, host, input, composed } = setUp();
    input("z", true);
    input("zhong", true);
    expect(editor.editing.value).toBe(true);
    expect(editor.text.value).toBe("zhong");
    expect(host.typed).not.toHaveBeenCalled();
    input("中", true);
    composed();
    expect(host.typed).toHaveBeenCalledExactlyOnceWith("中");
  });

  it("leaves the cell as it is when the first composition is given up", () => {
    const { editor, host, input, composed } = setUp();
    input("z", true);
    input("", true);
    composed();
    expect(editor.editing.value).toBe(false);
    editor.finish();
    expect(host.typed).not.toHaveBeenCalled();
    expect(host.done).not.toHaveBeenCalled();
  });

  it("edits what the cell holds at its end, and says nothing if nothing is changed", () => {
    const { editor, field, host, input } = setUp();
    editor.edit();
    expect(field.value).toBe("旧");
    expect(field.selectionStart).toBe(1);
    input("旧的");
    input("旧的");
    expect(host.typed).toHaveBeenCalledExactlyOnceWith("旧的");
    editor.giveUp();
    expect(host.gaveUp).toHaveBeenCalledOnce();
    expect(field.value).toBe("");
  });

  it("hands over characters where no words can be typed, and never shows", () => {
    const { editor, field, host, input } = setUp(null);
    input("1");
    expect(host.struck).toHaveBeenCalledExactlyOnceWith("1");
    expect(field.value).toBe("");
    expect(editor.editing.value).toBe(false);
  });

  it("finishes by taking the focus away before another place is gone to, and gets it back a moment later", () => {
    vi.useFakeTimers();
    const { editor, field, host, input } = setUp();
    input("中国");
    editor.leave();
    expect(document.activeElement).not.toBe(field);
    expect(host.done).toHaveBeenCalledOnce();
    vi.runAllTimers();
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe("");
  });
});
