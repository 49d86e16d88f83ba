//! Every sentence that the command line says: what happened, to which file, what to do next. Those that the window
//! says too are in the shared table.

pub(crate) mod checks;
pub(crate) mod import;
mod shown;
mod signed;
mod table;

use mulu_app::AppError;
use serde_json::Value;

pub(crate) use shown::shown;
pub(crate) use signed::{code, library_proved, proved, review};

use crate::args::CallError;
use table::{Facts, fill};

/// How the program is called.
pub(crate) const HELP: &str = include_str!("help.txt");

/// The result could not be written to standard output.
pub(crate) const OUTPUT: &str = "结果无法输出，请检查输出位置的磁盘空间后重试。";

/// What is wrong with the call.
pub(crate) fn call(error: &CallError) -> String {
    let problem = match error {
        CallError::NoCommand => "没有写明要执行的命令".to_owned(),
        CallError::UnknownCommand(name) => format!("没有名为“{}”的命令", shown(name)),
        CallError::UnknownOption(option) => format!("这个命令没有选项“{}”", shown(option)),
        CallError::MissingValue(option) => format!("选项“{}”后面缺少内容", shown(option)),
        CallError::UnexpectedValue(option) => format!("选项“{}”后面不应有内容", shown(option)),
        CallError::UnknownPaper(paper) => {
            return format!("没有“{}”这种纸张；请写a3或者a4。", shown(paper));
        }
        CallError::NotATable(text) => {
            return format!("“{}”不是表格的序号；请写从1起的整数，例如“--table 2”。", shown(text));
        }
        CallError::MissingArgument(usage) => {
            return format!("命令没有写完整；请按“{usage}”的样式书写。");
        }
        CallError::UnexpectedArgument(argument) => format!("多出了“{}”", shown(argument)),
    };
    format!("{problem}；请用“mulu --help”查看用法。")
}

/// Why it could not be done.
pub(crate) fn app(error: &AppError) -> String {
    self::error(&table::as_value(error))
}

/// The sentence for an error as it crosses to the window.
fn error(error: &Value) -> String {
    let facts = Facts::of(error);
    let problem = |section| {
        let problem = &error["problem"];
        fill(section, table::kind(problem), &facts_of(problem))
    };
    let code = table::text(&error["code"]);
    let facts = match code {
        "bad_document" => facts.with("problem", import::document(&error["problem"])),
        "bad_exchange_file" => facts.with("problem", problem("exchange")),
        "bad_library" => facts.with("problem", problem("library")),
        "bad_handoff" => facts.with("problem", problem("handoff")),
        "bad_template" => facts.with("problem", problem("template")),
        "bad_pin" => facts.with("problem", problem("pin")),
        "bad_check_code" => facts.with("problem", problem("code")),
        "remark_refused" => facts.with("problem", problem("remark")),
        "step_refused" => {
            let refusal = &error["refusal"];
            facts.with("refusal", fill("refusals", table::kind(refusal), &facts_of(refusal)))
        }
        "not_editable" => facts.with("stage", table::word("stages", table::text(&error["stage"]))),
        "wrong_pin" | "must_wait" => facts.with("wait", wait(error["wait"].as_u64().unwrap_or_default())),
        _ => facts,
    };
    let key = match code {
        "bad_document" if error["path"] == "" => "bad_document_pasted",
        "wrong_pin" if error["wait"] != 0 => "wrong_pin_wait",
        _ => code,
    };
    fill("errors", key, &facts)
}

/// The facts of a problem; a role by its name.
fn facts_of(problem: &Value) -> Facts {
    let facts = Facts::of(problem);
    match problem["role"].as_str() {
        Some(role) => facts.with("role", table::word("roles", role)),
        None => facts,
    }
}

/// How long to wait, in words.
fn wait(seconds: u64) -> String {
    let (unit, count) = if seconds < 60 { ("seconds", seconds) } else { ("minutes", seconds.div_ceil(60)) };
    fill("units", unit, &Facts::default().with("count", count.to_string()))
}
