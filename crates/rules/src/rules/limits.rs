//! 公开时限: what can be wrong with one by itself.

use mulu_model::TextField;

use crate::{
    index::{Row, column},
    parse::{
        limit::{Event, Kind, Length, Limit, Unit},
        pattern,
    },
    rule::{Finding, Look, Report, Rule, Severity, Source},
};

const REGULATION: Source = Source::Cited("《政府信息公开条例》第二十六条");

/// More than 20 working days.
pub(super) const TOO_LONG: Rule = Rule {
    id: "limit-too-long",
    severity: Severity::Warning,
    source: REGULATION,
    look: Look::Item(too_long),
};

/// A number of days without the event from which they are counted.
pub(super) const NO_EVENT: Rule = Rule {
    id: "limit-without-event",
    severity: Severity::Warning,
    source: REGULATION,
    look: Look::Item(no_event),
};

/// 20 calendar days from when the information arises: the regulation counts working days.
pub(super) const CALENDAR_DAYS: Rule = Rule {
    id: "limit-calendar-days",
    severity: Severity::Warning,
    source: REGULATION,
    look: Look::Item(calendar_days),
};

/// A word in the place of a limit.
pub(super) const NO_LIMIT: Rule = Rule {
    id: "limit-not-a-limit",
    severity: Severity::Warning,
    source: REGULATION,
    look: Look::Item(no_limit),
};

/// The time that handling takes, not the time until publication.
pub(super) const HANDLING: Rule = Rule {
    id: "limit-handling-time",
    severity: Severity::Warning,
    source: REGULATION,
    look: Look::Item(handling),
};

/// The time of an answer to an applicant, for what is published proactively.
pub(super) const ANSWER: Rule = Rule {
    id: "limit-answer-time",
    severity: Severity::Warning,
    source: Source::Cited("《政府信息公开条例》第三十三条"),
    look: Look::Item(answer),
};

/// A cycle of updating in the place of a limit.
pub(super) const CYCLE: Rule = Rule {
    id: "limit-update-cycle",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Item(cycle),
};

/// A date that no year has.
pub(super) const NO_DATE: Rule = Rule {
    id: "limit-date-impossible",
    severity: Severity::Error,
    source: Source::House,
    look: Look::Item(no_date),
};

/// 个 is missing before 工作日.
pub(super) const NO_MEASURE: Rule = Rule {
    id: "limit-measure-word",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Item(no_measure),
};

/// Neither 之日起 nor 后 stands between event and number.
pub(super) const NO_START: Rule = Rule {
    id: "limit-start-word",
    severity: Severity::Info,
    source: Source::House,
    look: Look::Item(no_start),
};

pub(super) fn report<'r>(row: &Row<'_>, report: &'r mut Report<'_>, limit: &Limit) -> &'r mut Finding {
    let text = row.text(TextField::TimeLimit).trim();
    report.cell(row, column(TextField::TimeLimit)).fact("text", text).fact("limit", &limit.text)
}

/// The limits within which something is published.
fn within<'a>(row: &'a Row<'_>) -> impl Iterator<Item = (&'a Limit, Length)> {
    let lengths = row.limits.iter().filter(|limit| limit.kind == Kind::Within);
    lengths.filter_map(|limit| Some((limit, limit.length?)))
}

fn too_long(row: &Row<'_>, found: &mut Report<'_>) {
    let is_too_long = |event, Length { number, unit }: Length| match unit {
        Unit::WorkingDay => number > 20,
        // 20 working days with the weekends and holidays between them.
        Unit::Day => number > 28 && event != Event::Other,
        Unit::Week => number > 4 && event != Event::Other,
        Unit::Month | Unit::Year => event != Event::Other && event != Event::Approval,
        Unit::Hour => false,
    };
    for (limit, length) in within(row) {
        if event_is_regular(limit.event) && is_too_long(limit.event, length) {
            let single =
                row.limits.len() == 1 && length.unit == Unit::WorkingDay && limit.event == Event::Formed;
            let text = row.text(TextField::TimeLimit);
            let finding = report(row, found, limit);
            if single {
                finding.fix_text(text.replacen(&length.number.to_string(), "20", 1));
            }
        }
    }
}

/// An answer to an applicant may be prolonged.
fn event_is_regular(event: Event) -> bool {
    event != Event::Application
}

fn no_event(row: &Row<'_>, found: &mut Report<'_>) {
    if row.limits.len() > 1 || row.is_on_application() {
        return;
    }
    for (limit, _) in within(row) {
        if limit.event == Event::None && !limit.text.contains("之日") && !limit.text.contains("日起") {
            report(row, found, limit);
        }
    }
}

pattern!(DAYS = r"(\d+|[一二三四五六七八九十]+)\s*个?\s*(?:日历日|自然日|日|天)");

fn calendar_days(row: &Row<'_>, found: &mut Report<'_>) {
    for (limit, length) in within(row) {
        if length == (Length { number: 20, unit: Unit::Day }) && limit.event == Event::Formed {
            let text = row.text(TextField::TimeLimit);
            let fixed = DAYS.replace(text, "${1}个工作日").into_owned();
            let is_single = row.limits.len() == 1;
            let finding = report(row, found, limit);
            if is_single {
                finding.fix_text(fixed);
            }
        }
    }
}

fn no_limit(row: &Row<'_>, found: &mut Report<'_>) {
    let accepted = &row.context.knowledge.words.accepted_limit_words;
    if row.limits.iter().any(|limit| !matches!(limit.kind, Kind::Word | Kind::Reservation)) {
        return;
    }
    for limit in row.limits.iter().filter(|limit| limit.kind == Kind::Word) {
        if !accepted.iter().any(|word| limit.text.contains(word)) {
            report(row, found, limit);
            return;
        }
    }
}

fn handling(row: &Row<'_>, found: &mut Report<'_>) {
    if let Some(limit) = row.limits.iter().find(|limit| limit.kind == Kind::Handling)
        && !row.is_on_application()
    {
        report(row, found, limit);
    }
}

fn answer(row: &Row<'_>, found: &mut Report<'_>) {
    let is_answer = |limit: &&Limit| limit.event == Event::Application && limit.length.is_some();
    if let Some(limit) = row.limits.iter().find(is_answer)
        && !row.is_on_application()
    {
        report(row, found, limit);
    }
}

fn cycle(row: &Row<'_>, found: &mut Report<'_>) {
    if row.limits.iter().all(|limit| matches!(limit.kind, Kind::Cycle | Kind::Reservation))
        && let Some(limit) = row.limits.iter().find(|limit| limit.kind == Kind::Cycle)
    {
        report(row, found, limit);
    }
}

fn no_date(row: &Row<'_>, found: &mut Report<'_>) {
    for limit in row.limits.iter() {
        let Kind::Date { month: Some(month), day } = limit.kind else { continue };
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 29,
            _ => 0,
        };
        if days == 0 || day.is_some_and(|day| day == 0 || day > days) {
            report(row, found, limit);
        }
    }
}

pattern!(NO_MEASURE_WORD = r"([0-9一二三四五六七八九十])\s*工作日");

fn no_measure(row: &Row<'_>, found: &mut Report<'_>) {
    let text = row.text(TextField::TimeLimit);
    if let Some(limit) = row.limits.iter().find(|limit| NO_MEASURE_WORD.is_match(&limit.text)) {
        report(row, found, limit).fix_text(NO_MEASURE_WORD.replace_all(text, "${1}个工作日").into_owned());
    }
}

pattern!(BARE_START = r"(形成|产生|变更|更改|）)(\d+个?工作日|\d+日)");

fn no_start(row: &Row<'_>, found: &mut Report<'_>) {
    let text = row.text(TextField::TimeLimit);
    if let Some((limit, _)) = within(row).find(|(limit, _)| BARE_START.is_match(&limit.text)) {
        report(row, found, limit).fix_text(BARE_START.replace(text, "${1}之日起${2}").into_owned());
    }
}
