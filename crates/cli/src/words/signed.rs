//! What the command line says of signatures and of what has changed.

use mulu_app::{
    FileReview, Proved,
    wire::{CodeAnswer, Fate, ProofProblem, ReviewEntry, Run},
};
use serde_json::Value;

use super::{
    shown::shown,
    table::{self, Facts, fill, word, word_of},
};

/// What a printed code belongs to in a library or a hand-off file.
pub(crate) fn code(answer: &CodeAnswer, is_handoff: bool) -> String {
    let place = if is_handoff { "这份流转文件" } else { "这个目录库" };
    match &answer.version {
        None => format!("核对码{}不属于{place}中的任何版本。\n", answer.check_code),
        Some(version) => format!(
            "核对码{}属于《{}》第{}版，{}由{}审签；签名{}。\n",
            answer.check_code,
            shown(&version.title),
            version.number,
            version.approved_at,
            shown(&version.approved_by),
            verdict(version.is_proved)
        ),
    }
}

/// What was found of the library itself, a line each; nothing where all is well.
pub(crate) fn library_proved(problems: &[ProofProblem]) -> String {
    let lines: String = problems.iter().map(|found| format!("  {}\n", problem(found))).collect();
    if lines.is_empty() { lines } else { format!("目录库\t{}\n{lines}", verdict(false)) }
}

/// What was found of a catalogue, a line each.
pub(crate) fn proved(proved: &Proved) -> String {
    let title = shown(&proved.title);
    let verdict = verdict(proved.holds());
    let version = numbered("version", proved.version);
    let mut text = format!("{title}\t{version}\t{}\t{verdict}\n", word_of("stages", &proved.stage));
    for fingerprint in &proved.fingerprints {
        text += &format!("  签名密钥指纹：{fingerprint}\n");
    }
    for problem in &proved.problems {
        text += &format!("  {}\n", self::problem(problem));
    }
    text
}

/// Whether signatures and content hold.
fn verdict(holds: bool) -> String {
    word("verdicts", if holds { "holds" } else { "fails" })
}

/// What does not hold: how bad it is, the version and the step, what.
fn problem(problem: &ProofProblem) -> String {
    let mark = word("severities", if problem.is_warning { "warning" } else { "error" });
    let version = problem.version.map(|number| numbered("version", number)).unwrap_or_default();
    let step = problem.step.map(|number| numbered("step", number)).unwrap_or_default();
    let part = problem.part.map(|part| table::as_value(&part));
    let fault = fault(&table::as_value(&problem.fault), part.as_ref());
    match version + &step {
        place if place.is_empty() => format!("{mark}：{fault}"),
        place => {
            let facts = Facts::default().with("place", place).with("fault", fault);
            format!("{mark}：{}", fill("proof", "at_place", &facts))
        }
    }
}

/// A fault, and what of a library it is about, as they cross to the window.
pub(super) fn fault(fault: &Value, part: Option<&Value>) -> String {
    let fault = word("faults", table::text(fault));
    let Some(part) = part else { return fault };
    let facts = Facts::default().with("part", word("parts", table::text(part)));
    fill("proof", "of_part", &facts.with("fault", fault))
}

/// A version, step or item by its number.
fn numbered(unit: &str, number: u32) -> String {
    fill("units", unit, &Facts::default().with("number", number.to_string()))
}

/// What differs, a line for each cell.
pub(crate) fn review(review: &FileReview) -> String {
    let FileReview { entries, changed, added, removed, moved } = review;
    let lines: String = entries.iter().map(entry).collect();
    let counts = [("changed", changed), ("added", added), ("removed", removed), ("moved", moved)];
    let facts =
        counts.into_iter().fold(Facts::default(), |facts, (name, count)| facts.with(name, count.to_string()));
    format!("{lines}{}\n", fill("changes", "counts", &facts))
}

fn entry(entry: &ReviewEntry) -> String {
    let fate = word_of("fates", &entry.fate);
    let number = entry.number.map(|number| numbered("item", number)).unwrap_or_default();
    let mut text = format!("{fate}\t{}\t{number}{}\n", shown(&entry.group), shown(&entry.name));
    if matches!(entry.fate, Fate::Changed | Fate::Moved) {
        for cell in &entry.cells {
            let [before, after] = [&cell.before, &cell.after].map(|runs| joined(runs));
            text += &format!("  {}：{before} → {after}\n", shown(&cell.label));
        }
    }
    text
}

fn joined(runs: &[Run]) -> String {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    if text.is_empty() { "（无）".to_owned() } else { shown(&text) }
}
