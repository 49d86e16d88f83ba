//! The window: starts the program, answers the commands of its pages, and asks the system for dialogs.
//!
//! Nothing is decided here: what the pages ask goes on to the list of commands in `mulu-api`, which calls use cases.

mod commands;
mod dialogs;
mod drawing;

use std::process::ExitCode;

use tauri::{Manager, webview::PageLoadEvent};
use tauri_plugin_window_state::StateFlags;

use mulu_api::Session;

/// Runs the program until its window is closed.
pub fn run() -> ExitCode {
    match build().run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log::error!("the window cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> tauri::Builder<tauri::Wry> {
    let mut builder = tauri::Builder::default();
    // A window with a library of its own is a program of its own.
    if std::env::var_os(mulu_app::LIBRARY_VARIABLE).is_none() {
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| show_main_window(app)));
    }
    let state = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    builder
        .plugin(tauri_plugin_log::Builder::new().level(log::LevelFilter::Info).build())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(state).build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(Session::open(None, Box::new(commands::AnyPath)))
        .setup(|app| {
            app.get_webview_window("main").iter().for_each(drawing::suit_the_machine);
            Ok(())
        })
        // The window is made invisible and shown with its first content, so that it never stands there empty.
        .on_page_load(|webview, payload| {
            if payload.event() == PageLoadEvent::Finished {
                show_main_window(webview.app_handle());
            }
        })
        .invoke_handler(commands::handler())
}

fn show_main_window(app: &tauri::AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            log::warn!("the window cannot be shown: {error}");
        }
    }
}
