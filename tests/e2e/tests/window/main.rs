//! Journeys through the real window, a file for each kind of work.
#![cfg(target_os = "linux")]

mod cells;
mod clipboard;
mod exports;
mod input_method;
mod keyboard;
mod library;
mod many;
mod people;
mod saving;
mod signoff;
mod structure;
mod tasks;
mod template;

use std::time::Duration;

use anyhow::{Context, Result, bail};
use mulu_e2e::{Place, Window};
use serde_json::Value;

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

/// Waits until the catalogue, as it is given out, is so; only the rows in sight can be read from the page.
pub(crate) async fn until_items(
    window: &Window,
    place: &Place,
    is_so: impl Fn(&[Value]) -> bool,
) -> Result<Vec<Value>> {
    const MOST_LOOKS: usize = 10;
    let mut items = Vec::new();
    for _ in 0..MOST_LOOKS {
        window.until_saved().await?;
        items = exported_items(window, place).await?;
        if is_so(&items) {
            return Ok(items);
        }
    }
    bail!("the items of the catalogue never came to be as expected: {}", Value::from(items))
}

/// The items of the open catalogue, top down, as they are given out.
pub(crate) async fn exported_items(window: &Window, place: &Place) -> Result<Vec<Value>> {
    let file = place.save_as().with_extension("json");
    window.click("export").await?;
    window.click("export-json").await?;
    // It is there whole or not at all.
    let wait = async {
        while !file.exists() {
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), wait).await.context("the file is not written")?;
    let catalogue: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    std::fs::remove_file(file)?;
    let groups = catalogue["groups"].as_array().into_iter().flatten();
    Ok(groups.filter_map(|group| group["items"].as_array()).flatten().cloned().collect())
}
