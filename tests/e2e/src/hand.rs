//! A user whose keys and clicks are counted, for comparing ways to do a task.

use anyhow::Result;
use fantoccini::key::Key;

use crate::Window;

/// What the hand has done.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Keys (with what is held down, one) and clicks.
    pub strokes: usize,
    /// Characters typed, which every program asks for alike.
    pub characters: usize,
}

/// A user at a window.
pub struct Hand<'a> {
    window: &'a Window,
    effort: Effort,
}

impl<'a> Hand<'a> {
    /// A user who has done nothing yet.
    pub fn at(window: &'a Window) -> Self {
        Self { window, effort: Effort::default() }
    }

    /// Presses a key.
    pub async fn key(&mut self, key: Key) -> Result<()> {
        self.stroke(&char::from(key).to_string()).await
    }

    /// Presses a key with or without others held down, as [`crate::with`] writes them.
    pub async fn stroke(&mut self, keys: &str) -> Result<()> {
        self.effort.strokes += 1;
        self.window.keys(keys).await
    }

    /// Clicks.
    pub async fn click(&mut self, id: &str) -> Result<()> {
        self.effort.strokes += 1;
        self.window.click(id).await
    }

    /// Clicks the one of several elements of this name that says the text.
    pub async fn click_saying(&mut self, id: &str, text: &str) -> Result<()> {
        self.effort.strokes += 1;
        self.window.click_saying(id, text).await
    }

    /// Types.
    pub async fn write(&mut self, text: &str) -> Result<()> {
        self.effort.characters += text.chars().count();
        self.window.keys(text).await
    }

    /// What was done till now.
    pub fn effort(&self) -> Effort {
        self.effort
    }
}
