/** Keys of a screen, named like `Ctrl+Shift+=`. Keys that belong to an input method are left alone. */
import { onBeforeUnmount, onMounted } from "vue";

/** What a key press is called; empty while an input method has the keys. */
export function keyName(event: KeyboardEvent): string {
  if (event.isComposing || event.keyCode === 229) return "";
  const modifiers = [
    event.ctrlKey || event.metaKey ? "Ctrl+" : "",
    event.altKey ? "Alt+" : "",
    event.shiftKey ? "Shift+" : "",
  ];
  return modifiers.join("") + plainKey(event);
}

/** The key without what Shift makes of it. */
function plainKey(event: KeyboardEvent): string {
  const byCode: Record<string, string> = {
    Equal: "=",
    Minus: "-",
    Backslash: "\\",
    Comma: ",",
    Space: "Space",
    NumpadEnter: "Enter",
  };
  const named = byCode[event.code];
  if (named) return named;
  if (/^Key[A-Z]$/.test(event.code)) return event.code.slice(3);
  if (/^Digit\d$/.test(event.code)) return event.code.slice(5);
  return event.key;
}

const ON_THE_KEYBOARD: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Escape: "Esc",
};

/** A key as users read it: `Alt+Shift+↑`. */
export const shownKeys = (name: string): string => name.replace(/\w+$/, (key) => ON_THE_KEYBOARD[key] ?? key);

export type KeyMap = Record<string, (event: KeyboardEvent) => unknown>;

/** Runs the act of a key and keeps the browser from doing its own. Returns whether there was one. */
export function handleKey(event: KeyboardEvent, keys: KeyMap): boolean {
  if (event.defaultPrevented) return false;
  const act = keys[keyName(event)];
  if (!act) return false;
  event.preventDefault();
  act(event);
  return true;
}

/** Keys that work wherever the focus is, while the screen is shown and no dialog stands over it. */
export function useScreenKeys(keys: KeyMap): void {
  const listen = (event: KeyboardEvent): void => {
    if (!document.querySelector("dialog[open]")) handleKey(event, keys);
  };
  onMounted(() => window.addEventListener("keydown", listen));
  onBeforeUnmount(() => window.removeEventListener("keydown", listen));
}
