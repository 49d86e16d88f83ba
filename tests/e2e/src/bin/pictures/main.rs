//! Pictures of every screen in the two sizes that matter, into the folder that the first argument names. Those
//! in `docs/images` are made by this. A second argument is the theme, `light` or `dark`; a third says which part is
//! wanted, `filling`, `signing` or `importing`.

mod import;
mod signoff;

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
    let mut given = std::env::args().skip(1);
    let folder = PathBuf::from(given.next().context("takes the folder for the pictures")?);
    let theme = given.next().unwrap_or_else(|| "light".to_owned());
    let part = given.next();
    let is_wanted = |name: &str| part.as_deref().is_none_or(|part| part == name);
    std::fs::create_dir_all(&folder)?;
    for size in SIZES {
        let studio = Studio { folder: &folder, size, theme: &theme };
        if is_wanted("filling") {
            filling(&studio).await?;
        }
        if is_wanted("signing") {
            signing(&studio).await?;
        }
        if is_wanted("importing") {
            import::journey(&studio).await?;
        }
    }
    Ok(())
}

/// Where pictures are made, and how the window is to look.
struct Studio<'a> {
    folder: &'a Path,
    size: (u32, u32),
    theme: &'a str,
}

impl Studio<'_> {
    /// Starts a window of the right size.
    async fn open(&self, place: &Place) -> Result<Window> {
        let window = Window::start(place).await?;
        window.resize(self.size.0, self.size.1).await?;
        Ok(window)
    }

    fn camera<'a>(&'a self, window: &'a Window) -> Camera<'a> {
        Camera { window, folder: self.folder, width: self.size.0 }
    }

    /// Puts the guide away and the theme on.
    async fn dress(&self, window: &Window) -> Result<()> {
        window.click("guide-skip").await?;
        window.keys(&ctrl(",")).await?;
        window.click(&format!("settings-theme-{}", self.theme)).await?;
        window.click("settings-close").await
    }
}

async fn filling(studio: &Studio<'_>) -> Result<()> {
    let place = Place::new()?;
    let window = studio.open(&place).await?;
    let camera = studio.camera(&window);
    start_and_library(&camera).await?;
    catalogue(&camera).await?;
    below_the_table(&camera).await?;
    dialogs(&camera).await?;
    window.close().await
}

async fn signing(studio: &Studio<'_>) -> Result<()> {
    let here = Place::new()?;
    let there = here.another()?;
    let window = studio.open(&here).await?;
    studio.dress(&window).await?;
    signoff::journey(&studio.camera(&window), &here, &there).await?;
    window.close().await?;
    let window = studio.open(&there).await?;
    studio.dress(&window).await?;
    signoff::elsewhere(&studio.camera(&window), &here, &there).await?;
    window.close().await?;
    let window = studio.open(&here).await?;
    signoff::conflict(&studio.camera(&window)).await?;
    window.close().await
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
    // What is to be seen first is drawn once its fonts have come.
    window.until("its fonts are there", "document.fonts.status === 'loaded'").await?;
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
    window.click("day-open").await?;
    window.find("day-calendar").await?;
    camera.take("calendar").await?;
    window.press(Key::Escape, 1).await?;
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
