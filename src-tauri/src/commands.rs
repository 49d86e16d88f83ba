//! What the pages can ask: every command of `mulu-api`, and what only a window can do.
#![allow(clippy::needless_pass_by_value, reason = "commands are given what they are sent by value")]

use std::path::PathBuf;

use mulu_api::{Call, Paths, Session};
use mulu_app::AppError;
use percent_encoding::percent_decode;
use tauri::{
    AppHandle, Manager, State, Webview, Wry,
    ipc::{Invoke, InvokeBody, JavaScriptChannelId, Request, Response},
};
use tauri_plugin_opener::OpenerExt;

use crate::dialogs;

/// Answers what the pages ask.
pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync {
    tauri::generate_handler![
        call,
        send_file,
        font,
        choose_files,
        choose_target,
        print_target,
        show_in_folder,
        open_file
    ]
}

/// The window names files by paths that the system's dialogs have given, so it may name any.
pub(crate) struct AnyPath;

impl Paths for AnyPath {
    fn source(&self, named: &str) -> Result<PathBuf, AppError> {
        Ok(named.into())
    }

    fn target(&self, named: &str) -> Result<PathBuf, AppError> {
        Ok(named.into())
    }
}

/// A command of `mulu-api`. `task` and `progress` come with commands that report how far they are.
#[tauri::command(async)]
fn call(
    webview: Webview,
    session: State<'_, Session>,
    command: &str,
    params: serde_json::Value,
    task: Option<u32>,
    progress: Option<JavaScriptChannelId>,
) -> Result<Response, AppError> {
    let channel = progress.map(|id| id.channel_on::<Wry, mulu_app::wire::Progress>(webview));
    let on_progress = |now| {
        if let Some(channel) = &channel {
            // A page that is gone needs no progress; the result is still wanted.
            let _ = channel.send(now);
        }
    };
    Call { session: &session, task, on_progress: &on_progress }.run(command, params).map(Response::new)
}

/// Keeps the bytes of a file that was dropped, which are the body, for the command that will name it by the number that
/// is returned. The file's name stands in the header `name`, written as a URI has it.
#[tauri::command(async)]
fn send_file(session: State<'_, Session>, request: Request<'_>) -> Result<u32, AppError> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(AppError::BadRequest { detail: "the body is no bytes".to_owned() });
    };
    let name = request.headers().get("name").map_or(&b""[..], |value| value.as_bytes());
    session.send(&percent_decode(name).decode_utf8_lossy(), bytes.clone())
}

/// The bytes of a font of the form; none for a family that is not ours.
#[tauri::command(async)]
fn font(family: &str) -> Response {
    Response::new(mulu_api::font(family).unwrap_or_default().to_vec())
}

/// Asks which files to open, of several kinds that have one name; none when the user thinks better of it.
#[tauri::command(async)]
fn choose_files(app: AppHandle, kinds: &str, extensions: Vec<String>, several: bool) -> Vec<String> {
    dialogs::open(&app, kinds, &extensions, several).into_iter().map(text).collect()
}

/// Asks where to put a file that is called so; `None` when the user thinks better of it.
#[tauri::command(async)]
fn choose_target(app: AppHandle, file_name: &str) -> Option<String> {
    dialogs::save_as(&app, file_name).map(text)
}

/// Where a file stands that is made only to be printed.
#[tauri::command(async)]
fn print_target(app: AppHandle, file_name: &str) -> Result<String, AppError> {
    let folder = app.path().app_cache_dir().map_err(|error| failed("", &error))?.join("print");
    std::fs::create_dir_all(&folder).map_err(|error| failed(&text(folder.clone()), &error))?;
    Ok(text(folder.join(file_name)))
}

/// Shows a file in the system's file manager.
#[tauri::command(async)]
fn show_in_folder(app: AppHandle, path: &str) -> Result<(), AppError> {
    app.opener().reveal_item_in_dir(path).map_err(|error| failed(path, &error))
}

/// Opens a file in the system's viewer.
#[tauri::command(async)]
fn open_file(app: AppHandle, path: &str) -> Result<(), AppError> {
    app.opener().open_path(path, None::<&str>).map_err(|error| failed(path, &error))
}

fn failed(path: &str, error: &dyn std::error::Error) -> AppError {
    AppError::Io { path: path.to_owned(), detail: error.to_string() }
}

fn text(path: PathBuf) -> String {
    path.to_string_lossy().into_owned()
}
