//! Pictures of every screen in the two sizes that matter, into the folder that the only argument names. Those
//! in `docs/images` are made by this.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mulu_e2e::{Clipboard, Key, Place, Window, ctrl, with};

const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];
const SAMPLES: [&str; 4] =
    ["yinchuan-hrss-2020", "zhongwei-social-insurance", "jalaid-social-insurance", "zhongwei-hrss-2022"];
/// More cells than the selection of one cell has room for.
const BLOCK: &str = "甲\t乙\n丙\t丁";

#[tokio::main]
async fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).context("takes the folder for the pictures")?);
    std::fs::create_dir_all(&folder)?;
    for size in SIZES {
        let place = Place::new()?;
        let window = Window::start(&place).await?;
        window.resize(size.0, size.1).await?;
        let camera = Camera { window: &window, folder: &folder, width: size.0 };
        start_and_library(&camera).await?;
        catalogue(&camera).await?;
        below_the_table(&camera).await?;
        dialogs(&camera).await?;
        window.close().await?;
    }
    Ok(())
}

struct Camera<'a> {
    window: &'a Window,
    folder: &'a Path,
    width: u32,
}

impl Camera<'_> {
    async fn take(&self, name: &str) -> Result<()> {
        self.window.picture(&self.folder.join(format!("{name}-{}.png", self.width))).await
    }

    /// A picture of what is there after the keys, which then is put away.
    async fn of_keys(&self, keys: &str, shows: &str, name: &str) -> Result<()> {
        self.window.keys(keys).await?;
        self.window.find(shows).await?;
        self.take(name).await?;
        self.window.press(Key::Escape, 1).await
    }
}

async fn start_and_library(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.find("start").await?;
    if window.has("guide").await? {
        camera.take("guide").await?;
        window.click("guide-skip").await?;
    }
    camera.take("start").await?;
    for sample in SAMPLES {
        window.click(&format!("use-{sample}")).await?;
        if window.has("place-sources").await? {
            window.click("create").await?;
        }
        window.find("cell-1-content").await?;
        camera.take(sample).await?;
        window.click("back").await?;
        window.click("place-sources").await?;
    }
    window.find("use-national-13-labels").await?;
    camera.take("sources").await?;
    window.click("place-catalogues").await?;
    window.find("library-row").await?;
    camera.take("library").await?;
    window.click("new-catalogue").await?;
    window.find("create").await?;
    camera.take("new").await?;
    window.press(Key::Escape, 1).await?;
    window.click("copy-selected").await?;
    window.find("copy-title").await?;
    camera.take("copy").await?;
    window.press(Key::Escape, 1).await?;
    camera.of_keys(&ctrl(","), "settings", "settings").await?;
    camera.of_keys(&char::from(Key::F1).to_string(), "help", "help").await
}

async fn catalogue(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.click("open").await?;
    window.find("cell-1-content").await?;
    window.click("outline-item-16").await?;
    window.click("cell-16-time_limit").await?;
    window.until_focus("cell-16-time_limit").await?;
    camera.take("catalogue").await?;
    window.keys("自作出行政决定之日起7个工作日内公开").await?;
    camera.take("typing").await?;
    window.press(Key::Escape, 1).await?;
    for key in [Key::Down, Key::Down, Key::Right] {
        window.keys(&with(&[Key::Shift], &char::from(key).to_string())).await?;
    }
    camera.take("range").await?;
    window.press(Key::Escape, 1).await?;
    window.click("outline-heading").await?;
    camera.take("heading").await?;
    window.click("outline-group").await?;
    window.click("many-of-group").await?;
    window.find("form-many").await?;
    camera.take("many").await?;
    window.click("export").await?;
    camera.take("export").await?;
    window.press(Key::Escape, 1).await?;
    window.click("preview").await?;
    window.until_text("page-1", "填表时间").await?;
    window.until("its fonts are there", "document.fonts.status === 'loaded'").await?;
    camera.take("preview").await?;
    window.press(Key::Escape, 1).await?;
    window.find("cell-1-content").await.map(drop)
}

async fn below_the_table(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.click("check").await?;
    camera.take("check").await?;
    window.keys(&ctrl("h")).await?;
    window.until_focus("find-text").await?;
    window.keys("工作日").await?;
    window.tab_to("find-replacement").await?;
    window.keys("个工作日").await?;
    window.find("hit-1").await?;
    camera.take("replace").await?;
    window.click("more").await?;
    window.click("more-history").await?;
    window.find("history-panel").await?;
    camera.take("history").await?;
    window.press(Key::Escape, 1).await
}

async fn dialogs(camera: &Camera<'_>) -> Result<()> {
    let window = camera.window;
    window.click("cell-1-item").await?;
    window.until_focus("cell-1-item").await?;
    let block = Clipboard::hold(BLOCK, None)?;
    window.keys(&with(&[Key::Shift], &char::from(Key::Down).to_string())).await?;
    window.keys(&with(&[Key::Shift], &char::from(Key::Down).to_string())).await?;
    window.keys(&ctrl("v")).await?;
    window.find("paste-preview").await?;
    camera.take("paste").await?;
    window.click("paste-cancel").await?;
    drop(block);
    for (entry, shows, name) in
        [("vocabulary", "vocabulary-dialog", "terms"), ("pickItems", "pick-dialog", "pick")]
    {
        window.click("more").await?;
        window.click(&format!("more-{entry}")).await?;
        window.find(shows).await?;
        camera.take(name).await?;
        window.press(Key::Escape, 1).await?;
    }
    window.click("more").await?;
    window.click("more-template").await?;
    window.find("template-screen").await?;
    camera.take("template").await?;
    window.click("template-cancel").await
}
