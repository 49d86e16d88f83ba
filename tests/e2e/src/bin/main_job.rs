//! The main job, done in the real window: open a sample, edit one cell, give out PDF and XLSX. What came out is
//! left, with a picture of the window, in the folder that the only argument names.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mulu_e2e::{Place, Window};

#[tokio::main]
async fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).context("takes the folder for the results")?);
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.resize(1280, 800).await?;
    window.open_sample().await?;
    window.click("cell-16-time_limit").await?;
    window.fill("field-time_limit", "自作出行政决定之日起7个工作日内公开").await?;
    window.until_saved().await?;
    window.export("pdf").await?;
    window.export("xlsx").await?;
    window.picture(&folder.join("窗口.png")).await?;
    window.close().await?;
    for extension in ["pdf", "xlsx"] {
        keep(&place.save_as().with_extension(extension), &folder)?;
    }
    Ok(())
}

/// Moves a file into the folder; across file systems too.
fn keep(file: &Path, folder: &Path) -> Result<()> {
    let name = file.file_name().context("a file has a name")?;
    std::fs::copy(file, folder.join(name)).with_context(|| file.display().to_string())?;
    Ok(())
}
