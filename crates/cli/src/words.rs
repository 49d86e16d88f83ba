//! Every sentence that the command line says: what happened, to which file, what to do next.

pub(crate) mod import;
mod signed;

use mulu_app::{AppError, ExchangeProblem, LibraryProblem};

pub(crate) use signed::{code, library_proved, proved, review};

use crate::args::CallError;

/// How the program is called.
pub(crate) const HELP: &str = include_str!("help.txt");

/// The result could not be written to standard output.
pub(crate) const OUTPUT: &str = "结果无法输出，请检查输出位置的磁盘空间后重试。";

/// Text from elsewhere as it can stand in a sentence: on one line, not too long.
pub(crate) fn shown(text: &str) -> String {
    const LONGEST: usize = 120;
    let mut shown: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

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
    match error {
        AppError::FileNotFound { path } => format!("找不到“{}”；请核对路径后重试。", shown(path)),
        AppError::IsAFolder { path } => format!("“{}”是文件夹；请写明文件名后重试。", shown(path)),
        AppError::NotAllowed { path } => format!(
            "没有读写“{}”的权限，或者它是只读的、正被其他程序打开；请检查后重试，或者换一个位置。",
            shown(path)
        ),
        AppError::DiskFull { path } => format!(
            "磁盘空间不足或者文件大小受限，“{}”没有写成，也没有留下不完整的文件；请腾出空间后重试。",
            shown(path)
        ),
        AppError::Io { path, .. } => {
            format!("读写“{}”时中断；请检查磁盘或者网络连接后重试。", shown(path))
        }
        AppError::UnknownFileKind { path } => format!(
            "不能写成“{}”这种文件；可以写成的是.pdf、.xlsx、.docx、.html、.csv、.json，请改用其中一种。",
            shown(path)
        ),
        AppError::BadExchangeFile { path, problem } => format!("“{}”{}", shown(path), exchange(problem)),
        AppError::BadDocument { path, problem } => format!("“{}”{}", shown(path), import::document(problem)),
        AppError::BadLibrary { path, problem } => format!("“{}”{}", shown(path), library(problem)),
        AppError::BadHandoff { path, problem } => format!("“{}”{}", shown(path), signed::handoff(*problem)),
        AppError::BadCheckCode { .. } => {
            "核对码有误：应为16个字母和数字，不含0、O、1、I、L；请对照纸面核对后重试。".to_owned()
        }
        AppError::LibraryBusy { path } => {
            format!("目录库“{}”正被其他程序占用；请稍后重试。", shown(path))
        }
        AppError::NoCatalogue { id } => format!(
            "目录库中没有编号为“{}”的目录，或者它已在回收站；请用“mulu list”查看现有目录。",
            shown(id)
        ),
        AppError::NoSource { id } => format!("没有名为“{}”的模板或者样例；请核对后重试。", shown(id)),
        AppError::ChangedElsewhere => "目录刚刚被其他程序修改过；请重试。".to_owned(),
        AppError::NothingToUndo => "没有可以撤销或者重做的修改。".to_owned(),
        AppError::NoSuchPlace => "要处理的事项已不存在；请重新打开目录后再试。".to_owned(),
        AppError::TextTooLong { max } => format!("一处文字最多{max}个字符；请精简后重试。"),
        AppError::TooMany { max } => format!("数量最多为{max}；请减少后重试。"),
        AppError::NotADate { text } => {
            format!("“{}”不是有效日期；请写成“2022-12-18”的样式。", shown(text))
        }
        AppError::Form { .. } => "这份目录排不成表格文件；请检查目录的内容和样式后重试。".to_owned(),
        AppError::Cancelled => "已按要求停止，没有写入文件。".to_owned(),
        AppError::NoDataFolder => "找不到存放目录库的位置；请用“--library”写明目录库文件。".to_owned(),
        // Requests that no call of ours makes, and codes newer than this file.
        _ => "程序没有完成这项工作；请升级程序后重试。".to_owned(),
    }
}

/// What is wrong with an exchange file, after its name.
fn exchange(problem: &ExchangeProblem) -> String {
    match problem {
        ExchangeProblem::TooLarge => "超过256MB，没有读取；请拆分后重试。".to_owned(),
        ExchangeProblem::NotUtf8 => "不是UTF-8编码的文本；请另存为UTF-8编码后重试。".to_owned(),
        ExchangeProblem::NotJson { line, column } => {
            format!("从第{line}行第{column}列起不是完整的JSON数据；请取得完整的文件后重试。")
        }
        ExchangeProblem::NotACatalogue => "不是目录交换文件；请选用本程序给出的.json文件。".to_owned(),
        ExchangeProblem::WrongFormat { found } => format!(
            "的格式是“{}”，本版本只能读取“mulu.catalogue/1”；请升级程序或者重新导出后重试。",
            shown(found)
        ),
        ExchangeProblem::Shape { line, column } => {
            format!(
                "在第{line}行第{column}列附近缺少应有的内容，或者内容的类型不符；请对照格式说明改正后重试。"
            )
        }
        ExchangeProblem::UnknownColumnKey { key } => {
            format!("中有不认识的列“{}”；请对照格式说明改正后重试。", shown(key))
        }
        ExchangeProblem::UnknownWord { field, word } => {
            format!("的“{}”一栏中有不认识的值“{}”；请对照格式说明改正后重试。", shown(field), shown(word))
        }
        ExchangeProblem::NotADate { text } => {
            format!("的填表时间“{}”不是有效日期；请写成“2022-12-18”的样式后重试。", shown(text))
        }
        ExchangeProblem::InvalidId { text } => {
            format!("中的标识“{}”不能使用，标识须有1至64个字符且不含空白；请改正后重试。", shown(text))
        }
        ExchangeProblem::DuplicateGroupId { id } => {
            format!("中有两个一级事项使用同一个标识“{}”；请改正后重试。", shown(id))
        }
        ExchangeProblem::DuplicateItemId { id } => {
            format!("中有两个二级事项使用同一个标识“{}”；请改正后重试。", shown(id))
        }
        ExchangeProblem::ContentContradictsParts { number, item } => {
            format!("中第{number}项“{}”的公开内容与它各行的内容不一致；请改正后重试。", shown(item))
        }
        ExchangeProblem::ItemTooLarge { number } => {
            format!("中第{number}项的文字或者行数超出上限；请精简后重试。")
        }
        ExchangeProblem::TooMuch => "的事项数量或者文字长度超出上限；请精简后重试。".to_owned(),
        ExchangeProblem::BadTemplate { .. } => {
            "的表格样式不成立：每列都要有表头，各列不得重复，还要有一列是二级事项；请改正后重试。".to_owned()
        }
    }
}

/// What is wrong with a library, after its name.
fn library(problem: &LibraryProblem) -> &'static str {
    match problem {
        LibraryProblem::NotALibrary => "不是目录库，文件没有改动；请核对路径后重试。",
        LibraryProblem::Newer => "是由更新版本的程序保存的，文件没有改动；请升级程序后再打开。",
        LibraryProblem::Damaged => "已经损坏，文件没有改动；请先另存一份，再用备份恢复。",
    }
}
