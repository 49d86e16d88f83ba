//! The measured times as a page of Markdown, with what is to be reached.

use std::fmt::Write;

/// Times of one kind, in milliseconds.
#[derive(Default)]
pub(crate) struct Times(pub(crate) Vec<f64>);

/// What one catalogue costs.
#[derive(Default)]
pub(crate) struct Costs {
    /// How many items it has.
    pub(crate) items: usize,
    /// From the start of the process to the first painted text.
    pub(crate) first_paint: Times,
    /// From the click in the library to painted rows.
    pub(crate) opening: Times,
    /// An arrow key, to the cursor painted elsewhere.
    pub(crate) step: Times,
    /// A letter, to it painted in the cell.
    pub(crate) letter: Times,
    /// Enter in the cell, to what was typed being on the disk.
    pub(crate) saved: Times,
    /// The program's part of this.
    pub(crate) edit: Times,
    /// Scrolling by a row.
    pub(crate) row_step: Times,
    /// Scrolling by a page.
    pub(crate) page_step: Times,
    /// From dropping a workbook with the same items, to all of its rows being there to be checked.
    pub(crate) taken_in: Times,
    /// From taking one of its columns for something else, to all being there again.
    pub(crate) corrected: Times,
    /// Memory of the page after opening, in bytes.
    pub(crate) opened_memory: u64,
    /// The same after all the rest.
    pub(crate) memory: u64,
}

impl Times {
    /// The time that such a part of the times stays within.
    fn within(&self, part: f64) -> f64 {
        let mut times = self.0.clone();
        times.sort_by(f64::total_cmp);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a list"
        )]
        let at = (times.len() as f64 * part).ceil() as usize;
        times.get(at.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    }
}

/// What is measured: its name, how it is told, what it is to stay within with most items.
struct Kind {
    name: &'static str,
    is_often: bool,
    goal: Option<f64>,
    times: fn(&Costs) -> &Times,
}

const KINDS: [Kind; 10] = [
    Kind {
        name: "start to first paint",
        is_often: false,
        goal: Some(800.0),
        times: |costs| &costs.first_paint,
    },
    Kind { name: "open to rows painted", is_often: false, goal: Some(1000.0), times: |costs| &costs.opening },
    Kind { name: "arrow key to painted", is_often: true, goal: Some(50.0), times: |costs| &costs.step },
    Kind { name: "letter to painted", is_often: true, goal: Some(50.0), times: |costs| &costs.letter },
    Kind { name: "Enter to saved on disk", is_often: true, goal: Some(30.0), times: |costs| &costs.saved },
    Kind { name: "of this the program", is_often: true, goal: None, times: |costs| &costs.edit },
    Kind { name: "scroll by a row", is_often: true, goal: Some(50.0), times: |costs| &costs.row_step },
    Kind { name: "scroll by a page", is_often: true, goal: Some(50.0), times: |costs| &costs.page_step },
    Kind {
        name: "workbook dropped to its rows shown",
        is_often: false,
        goal: Some(3000.0),
        times: |costs| &costs.taken_in,
    },
    Kind {
        name: "column of it corrected to rows shown",
        is_often: false,
        goal: Some(1000.0),
        times: |costs| &costs.corrected,
    },
];

const MEGABYTE: u64 = 1_000_000;
/// What the page may need with most items.
const MEMORY_GOAL: u64 = 400;

/// The whole page.
pub(crate) fn text(costs: &[Costs]) -> String {
    let mut page = String::from(
        "# The window in use\n\nMade by `./xtask bench ui`. Times in ms, memory in MB (1,000,000 bytes).\n\n",
    );
    let sizes: String = costs.iter().map(|costs| format!(" {} items |", costs.items)).collect();
    let _ = writeln!(page, "| |{sizes} goal | |");
    let _ = writeln!(page, "|---|{}--:|---|", "--:|".repeat(costs.len()));
    for kind in &KINDS {
        // Of what happens at every key the slowest in twenty counts, of the rest the one in the middle.
        let (name, part) = if kind.is_often { ("p50 / p95", 0.95) } else { ("median", 0.5) };
        let cells = costs.iter().map(|costs| {
            let times = (kind.times)(costs);
            let middle = times.within(0.5);
            if kind.is_often {
                format!("{middle:.0} / {:.0}", times.within(0.95))
            } else {
                format!("{middle:.0}")
            }
        });
        let worst = costs.last().map_or(f64::NAN, |costs| (kind.times)(costs).within(part));
        row(&mut page, &format!("{}, {name}", kind.name), cells, kind.goal.map(|goal| (goal, worst < goal)));
    }
    let goal = |memory: Option<u64>| memory.map(|memory| (400.0, memory < MEMORY_GOAL * MEGABYTE));
    let megabytes = |memory: u64| (memory / MEGABYTE).to_string();
    let opened = costs.iter().map(|costs| megabytes(costs.opened_memory));
    row(&mut page, "memory of the page, opened", opened, goal(costs.last().map(|costs| costs.opened_memory)));
    let memory = costs.iter().map(|costs| megabytes(costs.memory));
    row(
        &mut page,
        "memory of the page, after all this",
        memory,
        goal(costs.last().map(|costs| costs.memory)),
    );
    page
}

fn row(page: &mut String, name: &str, cells: impl Iterator<Item = String>, goal: Option<(f64, bool)>) {
    let cells: String = cells.map(|cell| format!(" {cell} |")).collect();
    let goal = match goal {
        Some((goal, true)) => format!("< {goal:.0} | reached |"),
        Some((goal, false)) => format!("< {goal:.0} | not reached |"),
        None => "– | |".to_owned(),
    };
    let _ = writeln!(page, "| {name} |{cells} {goal}");
}
