//! What the window costs in use: measured from inside the page and from `/proc`, with a real library. Takes the
//! file for the report, then for each size how many items there are, the library and a workbook with them.
#![cfg(target_os = "linux")]

mod report;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use mulu_e2e::{Key, Place, Window};
use report::{Costs, Times};

/// Measured inside the page.
const PAGE: &str = include_str!("page.js");
/// How often the program is started and the catalogue opened, a workbook taken in, a column of it corrected.
const STARTS: usize = 5;
/// How many steps of the cursor, and how many cells are filled.
const KEYS: usize = 100;
/// What is typed into each cell.
const ENTRY: [&str; 3] = ["a", "b", "c"];
/// How many steps of scrolling, of each length.
const STEPS: usize = 100;

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1);
    let report = PathBuf::from(arguments.next().context("takes the file for the report")?);
    let mut costs = Vec::new();
    while let (Some(items), Some(library), Some(workbook)) =
        (arguments.next(), arguments.next(), arguments.next())
    {
        let items = items.to_str().and_then(|items| items.parse().ok()).context("takes a number of items")?;
        let mut measured = measure(items, Path::new(&library)).await?;
        take_in(Path::new(&workbook), &mut measured).await?;
        costs.push(measured);
    }
    std::fs::write(&report, report::text(&costs)).with_context(|| report.display().to_string())
}

async fn measure(items: usize, library: &Path) -> Result<Costs> {
    let place = Place::new()?;
    std::fs::copy(library, place.library()).with_context(|| library.display().to_string())?;
    let mut costs = Costs { items, ..Costs::default() };
    let mut window = None;
    for _ in 0..STARTS {
        if let Some(before) = window.take() {
            Window::close(before).await?;
        }
        let started = start(&place, &mut costs).await?;
        window = Some(started);
    }
    let window = window.context("the program is started at least once")?;
    costs.opened_memory = page_memory(&window)?;
    steps(&window, &mut costs).await?;
    entries(&window, &mut costs).await?;
    costs.row_step = scroll(&window, false).await?;
    costs.page_step = scroll(&window, true).await?;
    costs.memory = page_memory(&window)?;
    window.close().await?;
    Ok(costs)
}

/// Starts the program and opens the catalogue.
async fn start(place: &Place, costs: &mut Costs) -> Result<Window> {
    let window = Window::start(place).await?;
    window.resize(1280, 800).await?;
    window.find("library-row").await?;
    let paint = "performance.getEntriesByName('first-contentful-paint')[0]";
    window.until("something is painted", paint).await?;
    let painted = window.execute(&format!("return performance.timeOrigin + {paint}.startTime")).await?;
    let painted = painted.as_f64().context("the page tells a time")?;
    costs.first_paint.0.push(painted - started_at(window.program_process()?)?);
    window.execute(PAGE).await?;
    let opened = window.execute_async("bench.open()").await?;
    costs.opening.0.push(opened.as_f64().context("the catalogue is opened")?);
    Ok(window)
}

/// The workbook is dropped on the window and one of its columns is corrected.
async fn take_in(workbook: &Path, costs: &mut Costs) -> Result<()> {
    let bytes = std::fs::read(workbook).with_context(|| workbook.display().to_string())?;
    let place = Place::new()?;
    let window = Window::start(&place).await?;
    window.resize(1280, 800).await?;
    window.find("start").await?;
    window.execute(PAGE).await?;
    for _ in 0..STARTS {
        let dropped = window.execute_async(&format!("bench.drop('{}')", base64(&bytes))).await?;
        costs.taken_in.0.push(dropped.as_f64().context("the workbook is shown")?);
        window.press(Key::Escape, 1).await?;
        window.find("start").await?;
    }
    window.execute_async(&format!("bench.drop('{}')", base64(&bytes))).await?;
    for _ in 0..STARTS {
        let corrected = window.execute_async("bench.correct()").await?;
        costs.corrected.0.push(corrected.as_f64().context("the column is corrected")?);
    }
    window.close().await
}

/// The bytes as text that a script can hold.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let four = |three: &[u8]| {
        let bits =
            three.iter().fold(0, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - three.len()));
        let letter =
            |at: usize| if at > three.len() { '=' } else { char::from(LETTERS[bits >> (18 - 6 * at) & 63]) };
        [letter(0), letter(1), letter(2), letter(3)]
    };
    bytes.chunks(3).flat_map(four).collect()
}

/// The cursor goes through the table, cell by cell.
async fn steps(window: &Window, costs: &mut Costs) -> Result<()> {
    window.click("cell-1-remarks").await?;
    window.until_focus("cell-1-remarks").await?;
    for key in 0..KEYS {
        // Down and up again where the table is short.
        window.press(if key % 60 < 30 { Key::Down } else { Key::Up }, 1).await?;
        window.execute_async("bench.idle()").await?;
    }
    costs.step = times(window, "painted", KEYS).await?;
    Ok(())
}

/// Cells are filled one below the other.
async fn entries(window: &Window, costs: &mut Costs) -> Result<()> {
    for entry in 0..KEYS {
        if entry % 30 == 0 {
            window.execute_async("bench.top()").await?;
            window.click("cell-1-remarks").await?;
            window.until_focus("cell-1-remarks").await?;
        }
        for letter in ENTRY {
            window.keys(letter).await?;
            window.execute_async("bench.idle()").await?;
        }
        window.press(Key::Enter, 1).await?;
        window.until_saved().await?;
    }
    costs.letter = times(window, "painted", KEYS * ENTRY.len()).await?;
    costs.saved = times(window, "saved", KEYS).await?;
    costs.edit = times(window, "edits", KEYS).await?;
    Ok(())
}

async fn scroll(window: &Window, is_page: bool) -> Result<Times> {
    let steps = window.execute_async(&format!("bench.scroll({STEPS}, {is_page})")).await?;
    numbers(&steps).context("the table is scrolled")
}

/// Takes what the page has measured; it begins anew. Of a few, which a slow machine measures late, none need come.
async fn times(window: &Window, what: &str, expected: usize) -> Result<Times> {
    window.until(&format!("{what} is measured"), &format!("bench.{what}.length >= {}", expected / 2)).await?;
    window.execute_async("bench.afterFrame()").await?;
    let measured = window.execute(&format!("return bench.{what}.splice(0)")).await?;
    numbers(&measured).context("the page tells no times")
}

fn numbers(value: &serde_json::Value) -> Option<Times> {
    value.as_array()?.iter().map(serde_json::Value::as_f64).collect::<Option<_>>().map(Times)
}

/// The memory of the process that shows the page, in bytes.
fn page_memory(window: &Window) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", window.page_process()?))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("its memory is told")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes * 1024)
}

/// When the process was started, in milliseconds since 1970.
fn started_at(process: u32) -> Result<f64> {
    /// Of the kernel's clock for this purpose, in milliseconds.
    const TICK: f64 = 10.0;
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let ticks: f64 = stat
        .rsplit(')')
        .next()
        .and_then(|rest| rest.split_whitespace().nth(19))
        .context("its start")?
        .parse()?;
    let uptime = std::fs::read_to_string("/proc/uptime")?;
    let uptime: f64 = uptime.split_whitespace().next().context("a time since the start")?.parse()?;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs_f64() * 1000.0;
    Ok(now - uptime * 1000.0 + ticks * TICK)
}
