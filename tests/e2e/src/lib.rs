//! Drives the real window as a user would, through WebKit's own WebDriver. Linux only: that driver exists
//! nowhere else. Needs a display; `./xtask test` gives it a virtual one.
#![cfg(target_os = "linux")]

mod clipboard;
mod composition;
mod driver;
mod hand;
mod input_method;
mod office;
mod picture;
mod pointer;
mod window;
mod window_manager;

pub use clipboard::Clipboard;
pub use composition::Composing;
pub use fantoccini::key::Key;
pub use hand::{Effort, Hand};
pub use input_method::InputMethod;
pub use office::PIN;
pub use window::{Place, Window, ctrl, with};
