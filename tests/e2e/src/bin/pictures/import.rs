//! Taking documents in: a text that has lost cells, a Word document with merged cells, many files at once.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use mulu_e2e::{Key, Place, Window, ctrl, with};

use super::{Camera, Studio};

/// The documents of the tests.
const DOCUMENTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/import/tests/fixtures");
const LOOSE: &str = "yinchuan-hrss-2020";
const OTHERS: [&str; 3] = ["zhongwei-hrss-2022", "zhongwei-social-insurance", "jalaid-social-insurance"];
/// Kinds of name under which a batch is offered. That a file is a text, its bytes say, whatever its name.
const BATCH: [&str; 6] = ["et", "txt", "wps", "xls", "xlsm", "xlsx"];

pub(crate) async fn journey(studio: &Studio<'_>) -> Result<()> {
    let place = Place::new()?;
    let window = studio.open(&place).await?;
    studio.dress(&window).await?;
    let camera = studio.camera(&window);
    for name in OTHERS {
        open(&window, &place, name).await?;
        camera.take(&format!("import-{name}")).await?;
        window.press(Key::Escape, 1).await?;
    }
    checked(&camera, &place).await?;
    merged(&camera, &place).await?;
    many(&camera, &place).await?;
    window.close().await
}

/// Opens a document from the first screen, and waits for its rows.
async fn open(window: &Window, place: &Place, name: &str) -> Result<()> {
    let from = PathBuf::from(DOCUMENTS).join(format!("{name}.txt"));
    fs::copy(&from, place.open().with_extension("txt")).with_context(|| from.display().to_string())?;
    window.click("start-import").await?;
    until_looked_at(window).await
}

async fn until_looked_at(window: &Window) -> Result<()> {
    window.find_css("[data-testid=import-screen][data-busy=false]").await?;
    window.find_css("[data-testid=raw-grid][data-loading=false]").await.map(drop)
}

/// Findings are gone through, one is decided; a row's menu, the clean-up, where it goes.
async fn checked(camera: &Camera<'_>, place: &Place) -> Result<()> {
    let window = camera.window;
    open(window, place, LOOSE).await?;
    camera.take("import-loose").await?;
    window.press(Key::F8, 1).await?;
    window.find_css("[data-kind=mark_undecided] [data-testid^=act-tick]").await?;
    window.click_css("[data-kind=mark_undecided] [data-testid^=act-tick]").await?;
    window.find("import-decision").await?;
    until_looked_at(window).await?;
    window.keys(&with(&[Key::Shift], &char::from(Key::F6).to_string())).await?;
    camera.take("import").await?;
    window.keys(&with(&[Key::Shift], &char::from(Key::F10).to_string())).await?;
    window.find("row-menu-leaveOut").await?;
    camera.take("import-row").await?;
    window.press(Key::Escape, 1).await?;
    window.click("clean-up").await?;
    window.find("cleaning-dialog").await?;
    camera.take("import-clean").await?;
    window.press(Key::Escape, 1).await?;
    window.click("only-flagged").await?;
    camera.take("import-flagged").await?;
    window.keys(&ctrl(&char::from(Key::Enter).to_string())).await?;
    window.find("into-summary").await?;
    camera.take("import-into").await?;
    window.click("import-next").await?;
    window.find("cell-1-content").await?;
    window.click("back").await.map(drop)
}

/// A document of this program, with merged cells, as the next version of a catalogue.
async fn merged(camera: &Camera<'_>, place: &Place) -> Result<()> {
    let window = camera.window;
    fs::remove_file(place.open().with_extension("txt"))?;
    window.click("place-sources").await?;
    window.click("use-zhongwei-social-insurance").await?;
    window.click("create").await?;
    window.find("cell-1-content").await?;
    window.export("docx").await?;
    fs::copy(place.save_as().with_extension("docx"), place.open().with_extension("docx"))?;
    window.click("back").await?;
    window.click("place-catalogues").await?;
    window.click("import").await?;
    until_looked_at(window).await?;
    camera.take("import-merged").await?;
    window.keys(&ctrl(&char::from(Key::Enter).to_string())).await?;
    window.click("into-version").await?;
    window.find("into-catalogue").await?;
    camera.take("import-version").await?;
    window.press(Key::Escape, 2).await?;
    window.find("library-row").await?;
    fs::remove_file(place.open().with_extension("docx"))?;
    Ok(())
}

/// Several files, one of them none.
async fn many(camera: &Camera<'_>, place: &Place) -> Result<()> {
    let window = camera.window;
    let names: Vec<&str> = OTHERS.iter().chain([&LOOSE]).copied().collect();
    for (kind, name) in BATCH.iter().zip(names.iter().cycle()) {
        let from = PathBuf::from(DOCUMENTS).join(format!("{name}.txt"));
        fs::copy(from, place.open().with_extension(kind))?;
    }
    fs::write(place.open().with_extension("xlsx"), b"\x89PNG\r\n\x1a\n0000IHDR")?;
    window.click("import").await?;
    window.until_text("batch-counted", "打不开1个").await?;
    camera.take("batch").await?;
    window.click("batch-take").await?;
    window.find("batch-summary").await?;
    camera.take("batch-done").await
}
