//! Composing as WebView2 on Windows tells it to the page, event by event; no driver does this on Linux, where the
//! page learns only what was composed in the end (see `input_method.rs` for that).

use anyhow::Result;
use serde_json::json;

use crate::Window;

/// How composing ends.
#[derive(Clone, Copy)]
pub enum Composing {
    /// Space: the word that the letters stand for.
    Word,
    /// Enter: the letters themselves.
    Letters,
    /// Escape: nothing.
    Dropped,
    /// Not at all: whatever is done next meets it in the middle.
    Unfinished,
    /// A click on another element: the letters are taken, then the focus goes there.
    ClickedAway,
}

/// Types `letters`, one composing text longer than the other, and ends.
const SCRIPT: &str = r#"
const [letters, word, end] = arguments;
const field = document.activeElement;
const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set;
const before = field.value.slice(0, field.selectionStart);
const after = field.value.slice(field.selectionEnd);
let composed = false;
const key = (type, name, keyCode, isComposing) =>
  field.dispatchEvent(new KeyboardEvent(type, { key: name, keyCode, isComposing, bubbles: true, cancelable: true }));
const composition = (type, data) => field.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));
const text = (type, data) =>
  field.dispatchEvent(new InputEvent(type, { data, inputType: "insertCompositionText", isComposing: true, bubbles: true }));
const hold = (data) => {
  text("beforeinput", data);
  composition("compositionupdate", data);
  set.call(field, before + data + after);
  field.setSelectionRange(before.length + data.length, before.length + data.length);
  text("input", data);
};
for (let count = 1; count <= letters.length; count += 1) {
  key("keydown", "Process", 229, composed);
  if (!composed) composition("compositionstart", "");
  composed = true;
  hold(letters.slice(0, count));
  key("keyup", letters[count - 1], letters.toUpperCase().charCodeAt(count - 1), true);
}
const finish = (data, name, keyCode) => {
  if (name) key("keydown", "Process", 229, true);
  hold(data);
  composition("compositionend", data);
  if (name) key("keyup", name, keyCode, false);
};
if (end === "Word") finish(word, " ", 32);
if (end === "Letters") finish(letters, "Enter", 13);
if (end === "Dropped") finish("", "Escape", 27);
if (end === "ClickedAway") finish(letters, "", 0);
"#;

impl Window {
    /// Composes `word` from `letters` in the field that has the focus.
    pub async fn compose(&self, letters: &str, word: &str, end: Composing) -> Result<()> {
        let end = match end {
            Composing::Word => "Word",
            Composing::Letters => "Letters",
            Composing::Dropped => "Dropped",
            Composing::Unfinished => "Unfinished",
            Composing::ClickedAway => "ClickedAway",
        };
        self.client.execute(SCRIPT, vec![json!(letters), json!(word), json!(end)]).await?;
        Ok(())
    }
}
