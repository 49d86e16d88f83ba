/**
 * The one text field of the table, which always has the focus and lies over the active cell. It is seen only
 * while something is typed. Since it is there before the first key, that key lands in it whole, also when it
 * comes from an input method; what belongs to the input method is left to it.
 */
import { ref } from "vue";

export interface EditorHost {
  field: () => HTMLTextAreaElement | null;
  /** The words of the active cell; `null` where none can be typed. */
  words: () => string | null;
  /** Told when the field begins to show, so that what is typed goes to the cell under it, come what may. */
  begun: () => void;
  /** Told what the field holds, whenever that changes by the user's hand. */
  typed: (text: string) => void;
  /** Told what was typed where no words can be. */
  struck: (text: string) => void;
  done: () => void;
  gaveUp: () => void;
}

/** Some input methods on Linux hand over their word a little after the focus has gone. */
const LATE_WORD_MS = 40;

export function useEditor(host: EditorHost) {
  const editing = ref(false);
  /** What the field shows; it gives the field its size. */
  const text = ref("");
  let told: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(words: string): void {
    const field = host.field();
    if (field && field.value !== words) field.value = words;
    text.value = words;
  }

  function begin(): void {
    if (editing.value) return;
    editing.value = true;
    host.begun();
  }

  function input(event: Event): void {
    const field = host.field();
    if (!field) return;
    const isComposing = event instanceof InputEvent && event.isComposing;
    if (host.words() === null) return isComposing ? undefined : strike(field);
    begin();
    text.value = field.value;
    // What an input method is composing is shown, but not yet anybody's word.
    if (!isComposing) tell();
  }

  /** The word of an input method is there; on Linux this is the only sign of one. */
  function composed(): void {
    const field = host.field();
    if (!field) return;
    if (host.words() === null) return strike(field);
    if (field.value === "" && told === null) return rest();
    begin();
    text.value = field.value;
    tell();
  }

  function strike(field: HTMLTextAreaElement): void {
    const struck = field.value;
    show("");
    if (struck !== "") host.struck(struck);
  }

  function tell(): void {
    if (told === text.value) return;
    told = text.value;
    host.typed(text.value);
  }

  /** Begins to edit what the cell holds, at its end. */
  function edit(): void {
    const words = host.words();
    const field = host.field();
    if (words === null || !field || editing.value) return;
    begin();
    show(words);
    told = words;
    field.setSelectionRange(words.length, words.length);
    field.scrollTop = field.scrollHeight;
  }

  /** Puts a text into the field, as if it had been typed. */
  function put(words: string, caret = words.length): void {
    begin();
    show(words);
    host.field()?.setSelectionRange(caret, caret);
    tell();
  }

  function insert(words: string): void {
    const field = host.field();
    if (!field) return;
    const { selectionStart: from, selectionEnd: to, value } = field;
    put(value.slice(0, from) + words + value.slice(to), from + words.length);
  }

  /** Shows nothing any more, and says nothing of it. */
  function rest(): void {
    editing.value = false;
    told = null;
    show("");
  }

  function finish(): void {
    if (!editing.value) return show("");
    text.value = host.field()?.value ?? text.value;
    tell();
    rest();
    host.done();
  }

  function giveUp(): void {
    if (!editing.value) return;
    rest();
    host.gaveUp();
  }

  /** The focus has gone, but not with the whole window. */
  function blurred(): void {
    if (document.activeElement !== host.field()) finish();
  }

  function focus(): void {
    clearTimeout(timer);
    host.field()?.focus({ preventScroll: true });
  }

  /**
   * Before a place is left by mouse: whatever is being composed, here or in another field, is finished or
   * dropped by taking the focus away, so that its word does not land in the next cell.
   */
  function leave(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    finish();
    clearTimeout(timer);
    // Meanwhile the user may have gone on elsewhere.
    timer = setTimeout(() => document.activeElement === document.body && focus(), LATE_WORD_MS);
  }

  return { editing, text, input, composed, edit, put, insert, rest, finish, giveUp, blurred, focus, leave };
}
