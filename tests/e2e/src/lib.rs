//! Drives the real window as a user would, through WebKit's own WebDriver. Linux only: that driver exists
//! nowhere else. Needs a display; `cargo xtask test` gives it a virtual one.
#![cfg(target_os = "linux")]

mod driver;
mod window;
mod window_manager;

pub use fantoccini::key::Key;
pub use window::{Place, Window, ctrl, with};
