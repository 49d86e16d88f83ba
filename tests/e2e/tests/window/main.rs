//! Journeys through the real window, a file for each kind of work.
#![cfg(target_os = "linux")]

mod cells;
mod clipboard;
mod exports;
mod input_method;
mod keyboard;
mod library;
mod saving;

use anyhow::Result;
use mulu_e2e::Window;

pub(crate) const CONTENT: &str = "1、本单位主要职责；2、办公地址和电话。";
pub(crate) const NOTE: &str = "市民服务热线";

/// An edit of each kind: text, a box with a note, a √.
pub(crate) async fn edit_three_cells(window: &Window) -> Result<()> {
    window.click("cell-1-content").await?;
    window.fill("field-content", CONTENT).await?;
    window.click("box-其他").await?;
    window.fill("note-其他", NOTE).await?;
    window.click("cell-2-method:on_application").await?;
    window.until_saved().await
}

/// These edits are to be seen.
pub(crate) async fn see_three_edits(window: &Window) -> Result<()> {
    window.until_text("cell-1-content", "办公地址和电话").await?;
    window.until_text("cell-1-channels", NOTE).await?;
    window.until_text("cell-2-method:on_application", "√").await
}
