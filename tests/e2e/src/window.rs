//! The window and what a user does in it. Elements are found by their `data-testid`.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use fantoccini::{Client, ClientBuilder, Locator, elements::Element, key::Key};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, getpgid, test_kill_process};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{driver::Driver, input_method::InputMethod, picture, window_manager};

/// How long anything in the window may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(20);

/// The name of what has the focus, as an expression in the page.
const FOCUS: &str = "(document.activeElement?.dataset.cell || document.activeElement?.dataset.testid)";

/// More stops than any screen has.
const MOST_TABS: usize = 60;

/// Where a window keeps its data: a user's home that outlives the window, so that the program can be started again.
pub struct Place {
    home: TempDir,
    save_as: PathBuf,
    /// None where another place of the same journey has it.
    _turn: Option<MutexGuard<'static, ()>>,
}

/// One journey at a time: windows on one display take the focus from each other. (nextest runs each test in a
/// process of its own; there `.config/nextest.toml` sees to it.)
static TURN: Mutex<()> = Mutex::new(());

impl Place {
    /// A new, empty one.
    pub fn new() -> Result<Self> {
        // A journey that failed has left nothing behind.
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        Self::with(Some(turn))
    }

    /// Another one for the same journey, as on another PC.
    pub fn another(&self) -> Result<Self> {
        Self::with(None)
    }

    fn with(turn: Option<MutexGuard<'static, ()>>) -> Result<Self> {
        let home = TempDir::with_prefix("mulu-e2e-")?;
        let save_as = home.path().join("导出 目录.out");
        Ok(Self { home, save_as, _turn: turn })
    }

    /// The same, with another answer to the dialog that asks where to save.
    pub fn saving_as(self, path: impl Into<PathBuf>) -> Self {
        Self { save_as: path.into(), ..self }
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// What answers the dialog that asks where to save; each format puts its own extension.
    pub fn save_as(&self) -> PathBuf {
        self.save_as.clone()
    }

    /// What answers the dialog that asks what to open.
    pub fn open(&self) -> PathBuf {
        self.path("要 导入.json")
    }

    /// The library file of windows started here.
    pub fn library(&self) -> PathBuf {
        self.path("目录库.db")
    }
}

/// A running window.
pub struct Window {
    pub(crate) client: Client,
    // Ends the program too when dropped.
    driver: Driver,
}

impl Window {
    /// Starts the program.
    pub async fn start(place: &Place) -> Result<Self> {
        Self::start_among(place, &[]).await
    }

    /// Starts the program where a Chinese input method is in use.
    pub async fn start_with(place: &Place, input_method: &InputMethod) -> Result<Self> {
        Self::start_among(place, input_method.environment()).await
    }

    async fn start_among(place: &Place, surroundings: &[(String, String)]) -> Result<Self> {
        let mut environment = vec![
            ("MULU_LIBRARY".to_owned(), text(&place.library())?),
            ("MULU_TEST_SAVE_AS".to_owned(), text(&place.save_as())?),
            ("MULU_TEST_OPEN".to_owned(), text(&place.open())?),
        ];
        environment.extend(surroundings.iter().cloned());
        let driver = Driver::start(place.home.path(), &environment).await?;
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": text(&program())?, "args": [] }
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("an object is written above") };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address)
            .await
            .context("the program does not start under WebDriver; is it built?")?;
        Ok(Self { client, driver })
    }

    /// Waits for the element and returns it.
    pub async fn find(&self, id: &str) -> Result<Element> {
        let css = format!("[data-testid=\"{}\"]", id.replace('"', "\\\""));
        self.find_css(&css).await
    }

    /// Waits for the first element that the selector names.
    pub async fn find_css(&self, css: &str) -> Result<Element> {
        let wait = self.client.wait().at_most(PATIENCE);
        wait.for_element(Locator::Css(css)).await.with_context(|| format!("{css} does not appear"))
    }

    /// Whether the element is there now.
    pub async fn has(&self, id: &str) -> Result<bool> {
        let css = format!("[data-testid=\"{id}\"]");
        Ok(!self.client.find_all(Locator::Css(&css)).await?.is_empty())
    }

    /// Waits for the element and brings it into sight: the driver does not, where a part of it is.
    async fn seen(&self, id: &str) -> Result<Element> {
        let element = self.find(id).await?;
        let script = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' })";
        self.client.execute(script, vec![serde_json::to_value(&element)?]).await?;
        Ok(element)
    }

    /// Clicks the element.
    pub async fn click(&self, id: &str) -> Result<()> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            // The page may be drawing it anew at this very moment.
            let clicked = async { anyhow::Ok(self.seen(id).await?.click().await?) };
            match clicked.await {
                Ok(()) => return Ok(()),
                Err(error) if tokio::time::Instant::now() >= deadline => {
                    return Err(error.context(format!("click on {id}")));
                }
                Err(_) => {}
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Clicks the first element that the selector names.
    pub async fn click_css(&self, css: &str) -> Result<()> {
        self.find_css(css).await?.click().await.with_context(|| format!("click on {css}"))
    }

    /// Clicks the one of several elements of this name that says the text.
    pub async fn click_saying(&self, id: &str, text: &str) -> Result<()> {
        let path = format!("//*[@data-testid='{id}'][contains(., '{text}')]");
        let wait = self.client.wait().at_most(PATIENCE);
        let element =
            wait.for_element(Locator::XPath(&path)).await.with_context(|| format!("no {id} says {text}"))?;
        element.click().await.with_context(|| format!("click on {text}"))
    }

    /// Replaces the text of a field as by selecting all and typing.
    pub async fn fill(&self, id: &str, text: &str) -> Result<()> {
        self.click(id).await?;
        self.until_focus(id).await?;
        self.keys(&ctrl("a")).await?;
        self.keys(text).await.with_context(|| format!("typing into {id}"))
    }

    /// Sends keys to whatever has the focus.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        Ok(self.client.active_element().await?.send_keys(keys).await?)
    }

    /// Presses a key so many times.
    pub async fn press(&self, key: Key, times: usize) -> Result<()> {
        for _ in 0..times {
            self.keys(&char::from(key).to_string()).await?;
        }
        Ok(())
    }

    /// What has the focus: its name for tests, else its kind of element. In the table the focus is in a field that
    /// lies over the active cell; there it is the cell's name.
    pub async fn focus(&self) -> Result<String> {
        let script = format!("return {FOCUS} ?? document.activeElement?.tagName ?? ''");
        Ok(self.execute(&script).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the element has the focus.
    pub async fn until_focus(&self, id: &str) -> Result<()> {
        let script = format!("({FOCUS}) === {}", json!(id));
        let waited = self.until(&format!("{id} has the focus"), &script).await;
        if waited.is_err() { waited.context(format!("{} has it", self.focus().await?)) } else { waited }
    }

    /// Waits until something else has the focus.
    pub async fn until_not_focus(&self, id: &str) -> Result<()> {
        self.until(&format!("the focus leaves {id}"), &format!("({FOCUS}) !== {}", json!(id))).await
    }

    /// Presses Tab until the element has the focus.
    pub async fn tab_to(&self, id: &str) -> Result<()> {
        self.find(id).await?;
        let mut passed = Vec::new();
        while passed.last().is_none_or(|focus| focus != id) {
            ensure!(passed.len() < MOST_TABS, "Tab does not reach {id}, but {passed:?}");
            self.press(Key::Tab, 1).await?;
            passed.push(self.focus().await?);
        }
        Ok(())
    }

    /// What the field holds.
    pub async fn value(&self, id: &str) -> Result<String> {
        let field = self.find(id).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }

    /// The text of the element.
    pub async fn text(&self, id: &str) -> Result<String> {
        Ok(self.find(id).await?.text().await?)
    }

    /// Waits until `what` is true of the page.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let value = self.client.execute(&format!("return Boolean({script})"), vec![]).await?;
            if value == Value::Bool(true) {
                return Ok(());
            }
            ensure!(tokio::time::Instant::now() < deadline, "it never happened that {what}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until the element's text contains `part`.
    pub async fn until_text(&self, id: &str, part: &str) -> Result<()> {
        let script = format!(
            "document.querySelector('[data-testid={}]')?.textContent.includes({})",
            json!(id),
            json!(part)
        );
        self.until(&format!("{id} says {part}"), &script).await
    }

    /// Waits until everything typed is written to disk.
    pub async fn until_saved(&self) -> Result<()> {
        let script = "document.querySelector('[data-testid=save-state]')?.dataset.state === 'saved'";
        self.until("everything is saved", script).await
    }

    /// Goes to the item of this number, wherever it is.
    pub async fn go_to(&self, number: usize) -> Result<()> {
        self.press(Key::F5, 1).await?;
        self.until_focus("palette-text").await?;
        self.keys(&number.to_string()).await?;
        self.press(Key::Enter, 1).await?;
        self.find(&format!("cell-{number}-item")).await.map(drop)
    }

    /// Opens the first sample of an empty library and waits for its table.
    pub async fn open_sample(&self) -> Result<()> {
        self.click("use-zhongwei-hrss-2022").await?;
        self.find("cell-1-content").await?;
        self.settled().await
    }

    /// Waits until the table stands still: its columns find their widths while the rest of the screen comes up.
    pub async fn settled(&self) -> Result<()> {
        self.execute_async(
            "(async () => {
                const frame = () => new Promise((done) => requestAnimationFrame(done));
                const place = () => [...document.querySelectorAll('[role=grid] col')].map((column) => column.style.width).join();
                for (let still = 0, last = ''; still < 5; ) {
                    await frame();
                    still = place() === last ? still + 1 : 0;
                    last = place();
                }
            })()",
        )
        .await
        .map(drop)
    }

    /// Exports the open catalogue and waits until that is done.
    pub async fn export(&self, format: &str) -> Result<()> {
        self.click("export").await?;
        self.click(&format!("export-{format}")).await?;
        self.until_text("toast", &format!(".{format}")).await
    }

    /// Gives the window a size in pixels.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        Ok(self.client.set_window_size(width, height).await?)
    }

    /// Runs a script in the page.
    pub async fn execute(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, vec![]).await?)
    }

    /// Runs an expression in the page and waits for what it promises.
    pub async fn execute_async(&self, promise: &str) -> Result<Value> {
        let script =
            format!("const done = arguments[0]; Promise.resolve({promise}).then(done, () => done(null))");
        Ok(self.client.execute_async(&script, vec![]).await?)
    }

    /// The program's own process.
    pub fn program_process(&self) -> Result<u32> {
        let program = program();
        let name = program.file_name().and_then(|name| name.to_str()).context("the program has a name")?;
        self.process(name)
    }

    /// The process that shows the page.
    pub fn page_process(&self) -> Result<u32> {
        self.process("WebKitWebProcess")
    }

    /// The process of this window that has this name.
    fn process(&self, name: &str) -> Result<u32> {
        /// The kernel keeps so many letters of a name.
        const KEPT: usize = 15;
        let group = self.driver.group().context("the driver has a process")?;
        let name = &name[..name.len().min(KEPT)];
        let is_ours = |id: &u32| {
            let has_name =
                std::fs::read_to_string(format!("/proc/{id}/comm")).is_ok_and(|told| told.trim_end() == name);
            let process = i32::try_from(*id).ok().and_then(Pid::from_raw).filter(|_| has_name);
            process.is_some_and(|process| getpgid(Some(process)) == Ok(group))
        };
        let all = std::fs::read_dir("/proc")?.flatten();
        let mut ids = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        ids.find(is_ours).with_context(|| format!("{name} does not run"))
    }

    /// A picture of the window as PNG. The display must be a virtual one, because tooltips are taken down.
    pub async fn picture(&self, path: &Path) -> Result<()> {
        window_manager::take_down_floating()?;
        self.execute_async(
            "(async () => {
                const frame = () => new Promise((done) => requestAnimationFrame(done));
                await Promise.all(document.getAnimations().map((animation) => animation.finished));
                await frame();
                await frame();
            })()",
        )
        .await?;
        let group = self.driver.group().context("the driver has a process")?;
        let window = window_manager::largest_window(group)?.context("there is no window to be seen")?;
        picture::take(window, path)
    }

    /// Closes the window by the button in its frame, and waits until the program has ended.
    pub async fn close_by_frame(self) -> Result<()> {
        let group = self.driver.group().context("the driver has a process")?;
        let programs = window_manager::ask_to_close(group)?;
        ensure!(!programs.is_empty(), "there is no window that could be closed");
        let deadline = tokio::time::Instant::now() + PATIENCE;
        while programs.iter().any(|program| test_kill_process(*program).is_ok()) {
            ensure!(tokio::time::Instant::now() < deadline, "the program does not end");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Ok(())
    }

    /// Ends the session, and with it the program and its driver.
    pub async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }
}

/// Keys with Ctrl held down.
pub fn ctrl(key: &str) -> String {
    with(&[Key::Control], key)
}

/// Keys with others held down.
pub fn with(held: &[Key], key: &str) -> String {
    let held: String = held.iter().copied().map(char::from).collect();
    format!("{held}{key}{}", char::from(Key::Null))
}

fn text(path: &Path) -> Result<String> {
    path.to_str().map(str::to_owned).with_context(|| format!("{} is not UTF-8", path.display()))
}

/// The program beside which this test was built, unless `MULU_E2E_PROGRAM` names another.
fn program() -> PathBuf {
    if let Some(path) = std::env::var_os("MULU_E2E_PROGRAM") {
        return path.into();
    }
    let mut folder = std::env::current_exe().unwrap_or_default();
    folder.pop();
    if folder.ends_with("deps") {
        folder.pop();
    }
    folder.join("mulu-desktop")
}
