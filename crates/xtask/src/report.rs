//! The measured costs as a page of Markdown: a table a job, each peer as a multiple of ours, how costs grow
//! with the number of items, and whether what we set ourselves is reached.

use std::fmt::Write;
use std::time::Duration;

use crate::measure::Cost;

/// The name of our own program in the tables.
pub(crate) const OURS: &str = "mulu";
/// From the first size to the second, costs may grow as the number of items does.
const GROWTH: (&str, &str) = ("1000 items", "10000 items");

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Job {
    /// Catalogue to PDF.
    Pdf,
    /// Catalogue to XLSX.
    Xlsx,
    /// Catalogue to HTML.
    Html,
    /// XLSX of another program to a catalogue; the peer reads its cells and no more.
    Read,
    /// Catalogue into a new library.
    Import,
    /// Library to catalogue in memory.
    Open,
    /// One cell, until it is on the disk; its `wall` is that of one edit, the rest is of the whole process.
    Edit,
    /// The proof of a library with an approved version and a revision of it.
    Verify,
    /// Two exchange files, of which one item in a hundred differs.
    Diff,
    /// What the review screen shows of that revision; its `wall` is from inside.
    Review,
}

/// One program at one job with one catalogue.
pub(crate) struct Line {
    /// The job.
    pub(crate) job: Job,
    /// The catalogue.
    pub(crate) case: String,
    /// The program.
    pub(crate) program: String,
    /// What it cost.
    pub(crate) cost: Cost,
    /// The file that was made, or the library, in bytes.
    pub(crate) size: u64,
    /// Its pages, where it has any.
    pub(crate) pages: Option<u32>,
}

impl Job {
    const ALL: [Self; 10] = [
        Self::Pdf,
        Self::Xlsx,
        Self::Html,
        Self::Read,
        Self::Import,
        Self::Open,
        Self::Edit,
        Self::Verify,
        Self::Diff,
        Self::Review,
    ];

    /// Its name in a line among others.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Xlsx => "XLSX",
            Self::Html => "HTML",
            Self::Read => "XLSX read",
            Self::Import => "import",
            Self::Open => "opening",
            Self::Edit => "one edit",
            Self::Verify => "verify",
            Self::Diff => "diff",
            Self::Review => "review",
        }
    }

    /// What exactly is measured.
    fn title(self) -> &'static str {
        match self {
            Self::Pdf => "PDF, A3 landscape",
            Self::Xlsx => "XLSX",
            Self::Html => "HTML",
            Self::Read => {
                "XLSX of XlsxWriter to a catalogue in JSON (openpyxl: to its cells with their spans, in JSON)"
            }
            Self::Import => "JSON into a new library",
            Self::Open => {
                "Opening a library and loading the catalogue (time: from inside, without the start of the process)"
            }
            Self::Edit => {
                "One edit (time: from inside, until it is on the disk; processor time and memory: 51 edits and the opening)"
            }
            Self::Verify => "Verifying a library with an approved version and a revision (mulu verify)",
            Self::Diff => "Comparing two files of which one item in a hundred differs (mulu diff)",
            Self::Review => {
                "What the review screen shows of that revision: proof and changes (time: from inside, with opening)"
            }
        }
    }
}

/// What a program cost, as cells of a table.
pub(crate) fn row(line: &Line) -> String {
    let pages = line.pages.map_or(String::from("–"), |pages| pages.to_string());
    let Cost { cpu, wall, peak } = line.cost;
    let (cpu, wall) = (milliseconds(cpu), milliseconds(wall));
    let (memory, file) = (tenths(peak.into(), 1_000_000), line.size / 1000);
    format!("| {} | {} | {cpu} | {wall} | {memory} | {file} | {pages} |", line.case, line.program)
}

/// The whole page.
pub(crate) fn text(machine: &[String], lines: &[Line]) -> String {
    let mut page =
        String::from("# Costs beside other programs\n\nMade by `./xtask bench` on this machine:\n\n");
    for fact in machine {
        let _ = writeln!(page, "- {fact}");
    }
    page.push_str("\nTimes in ms, memory in MB (1,000,000 bytes), files in kB (1,000 bytes); × is how many times ours.\n");
    for job in Job::ALL {
        table(&mut page, job, lines);
    }
    growth(&mut page, lines);
    goals(&mut page, lines);
    page
}

fn table(page: &mut String, job: Job, lines: &[Line]) {
    let lines: Vec<&Line> = lines.iter().filter(|line| line.job == job).collect();
    let has_peers = lines.iter().any(|line| line.program != OURS);
    let (head, rule) =
        if has_peers { (" × processor | × memory | × file |", "--:|--:|--:|") } else { ("", "") };
    let _ = writeln!(page, "\n## {}\n", job.title());
    let _ = writeln!(page, "| catalogue | program | processor | time | memory | file | pages |{head}");
    let _ = writeln!(page, "|---|---|--:|--:|--:|--:|--:|{rule}");
    for line in &lines {
        let ours = lines.iter().find(|other| other.case == line.case && other.program == OURS);
        let ratios = match ours.filter(|_| has_peers) {
            Some(ours) if line.program != OURS => {
                let cpu = line.cost.cpu.as_secs_f64() / ours.cost.cpu.as_secs_f64();
                let (memory, file) = (times(line.cost.peak, ours.cost.peak), times(line.size, ours.size));
                format!(" {cpu:.1} | {memory:.1} | {file:.1} |")
            }
            Some(_) => String::from(" – | – | – |"),
            None => String::new(),
        };
        let _ = writeln!(page, "{}{ratios}", row(line));
    }
}

fn growth(page: &mut String, lines: &[Line]) {
    let (small, large) = GROWTH;
    let mut rows = String::new();
    for line in lines.iter().filter(|line| line.case == large) {
        if let Some(before) = find(lines, line.job, small, &line.program) {
            let cpu = line.cost.cpu.as_secs_f64() / before.cost.cpu.as_secs_f64();
            let wall = line.cost.wall.as_secs_f64() / before.cost.wall.as_secs_f64();
            let memory = times(line.cost.peak, before.cost.peak);
            let file = times(line.size, before.size);
            let job = line.job.name();
            let _ = writeln!(
                rows,
                "| {job} | {} | {cpu:.1} | {wall:.1} | {memory:.1} | {file:.1} |",
                line.program
            );
        }
    }
    if !rows.is_empty() {
        let _ = writeln!(page, "\n## Growth from {small} to {large}\n");
        page.push_str(
            "| | program | × processor | × time | × memory | × file |\n|---|---|--:|--:|--:|--:|\n",
        );
        page.push_str(&rows);
    }
}

fn goals(page: &mut String, lines: &[Line]) {
    let goals = [(Job::Pdf, "Typst", 4.0, true), (Job::Xlsx, "XlsxWriter", 5.0, false)];
    let mut rows = String::new();
    for (job, program, factor, is_memory_too) in goals {
        let case = GROWTH.1;
        let (Some(ours), Some(peer)) = (find(lines, job, case, OURS), find(lines, job, case, program)) else {
            continue;
        };
        let cpu = peer.cost.cpu.as_secs_f64() / ours.cost.cpu.as_secs_f64();
        let mut state = |what: &str, reached: f64| {
            let word = if reached > factor { "reached" } else { "not reached" };
            let title = job.name();
            let _ = writeln!(
                rows,
                "| {title}, {case}: {what} under 1/{factor:.0} of {program} | 1/{reached:.1} | {word} |"
            );
        };
        state("processor time", cpu);
        if is_memory_too {
            state("memory", times(peer.cost.peak, ours.cost.peak));
        }
    }
    for job in [Job::Verify, Job::Diff, Job::Review] {
        let Some(line) = find(lines, job, GROWTH.1, OURS) else { continue };
        let word = if line.cost.wall < Duration::from_secs(1) { "reached" } else { "not reached" };
        let (title, case, wall) = (job.name(), GROWTH.1, milliseconds(line.cost.wall));
        let _ = writeln!(rows, "| {title}, {case}: time under 1000 ms | {wall} | {word} |");
    }
    if !rows.is_empty() {
        page.push_str("\n## What we set ourselves\n\n| | measured | |\n|---|--:|---|\n");
        page.push_str(&rows);
    }
}

fn find<'a>(lines: &'a [Line], job: Job, case: &str, program: &str) -> Option<&'a Line> {
    lines.iter().find(|line| line.job == job && line.case == case && line.program == program)
}

#[expect(clippy::cast_precision_loss, reason = "a ratio with one decimal")]
fn times(bytes: u64, of: u64) -> f64 {
    bytes as f64 / of as f64
}

fn milliseconds(time: Duration) -> String {
    if time < Duration::from_millis(10) {
        tenths(time.as_micros(), 1000)
    } else {
        time.as_millis().to_string()
    }
}

/// A number in a larger unit, with one decimal.
fn tenths(number: u128, unit: u128) -> String {
    format!("{}.{}", number / unit, number % unit * 10 / unit)
}
