//! The window's program.
// A release build opens no console window on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    mulu_desktop::run()
}
