//! The preview screen.

use mulu_app::{
    AppError, Fonts,
    wire::{Paper, PreviewView},
};
use mulu_model::Id;
use tauri::{State, ipc::Response};

use crate::session::Session;

/// Lays the form out.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview(session: State<'_, Session>, id: Id, paper: Paper) -> Result<PreviewView, AppError> {
    session.app()?.preview(&id, paper)
}

/// A page of the form as SVG, counted from 0.
#[tauri::command(async)]
#[specta::specta]
pub(crate) fn preview_page(
    session: State<'_, Session>,
    id: Id,
    paper: Paper,
    page: u32,
) -> Result<String, AppError> {
    session.app()?.preview_page(&id, paper, page)
}

/// The font families that the pages of the form use.
#[tauri::command]
#[specta::specta]
pub(crate) fn font_families() -> Vec<&'static str> {
    Fonts::files().into_iter().map(|(family, _)| family).collect()
}

/// The bytes of a font, raw; none for a family that is not ours.
#[tauri::command(async)]
pub(crate) fn font_file(family: &str) -> Response {
    let file = Fonts::files().into_iter().find(|(name, _)| *name == family);
    Response::new(file.map_or_else(Vec::new, |(_, bytes)| bytes.to_vec()))
}
