//! Sentences about documents of others: why one was not read, and what is to be looked at in one that was.

use std::path::Path;

use mulu_app::{
    DocumentProblem, FindingKind, Format, LooksLike, Measure, SeenTable, Severity, wire::ImportView,
};
use mulu_model::{Aspect, Audience, ColumnKey, Mark, Method, TextField};

use super::shown;

/// What is wrong with a document, after its name.
pub(super) fn document(problem: &DocumentProblem) -> String {
    match problem {
        DocumentProblem::Empty => "是空文件，没有内容可读；请核对是否选对了文件。".to_owned(),
        DocumentProblem::Encrypted { .. } => {
            "设有打开密码，无法读取；请在原程序中取消密码并另存后重试。".to_owned()
        }
        DocumentProblem::Truncated { .. } => {
            "不完整，后面的内容缺失，可能是复制或者下载时中断；请重新取得完整的文件后重试。".to_owned()
        }
        DocumentProblem::Damaged { format } => {
            format!("不是完好的{}，无法读取；请用原程序打开并另存一份后重试。", kind(*format))
        }
        DocumentProblem::NotADocument { looks_like } => {
            format!("{}；请{}。", this_is(*looks_like), instead(*looks_like))
        }
        DocumentProblem::TooLarge { what, limit } => too_large(*what, *limit),
        DocumentProblem::NoTable { format, lines } if *lines > 0 => {
            format!("是{}，其中有{lines}行文字，但没有表格；请选用含有目录表格的文件。", kind(*format))
        }
        DocumentProblem::NoTable { format, .. } => {
            format!("是{}，其中没有表格；请选用含有目录表格的文件。", kind(*format))
        }
        DocumentProblem::NoCatalogue { tables } => no_catalogue(tables),
        DocumentProblem::NoSuchTable { asked, tables } => {
            format!("只有{tables}个表格，没有第{asked}个；请改写“--table”后面的序号。")
        }
    }
}

/// The kind of a document, as offices call it.
fn kind(format: Format) -> &'static str {
    match format {
        Format::Xlsx | Format::Xls => "Excel工作簿",
        Format::Ods => "OpenDocument电子表格",
        Format::Docx => "Word文档",
        Format::Html => "网页",
        Format::Csv => "CSV文件",
        Format::Text => "文本文件",
    }
}

fn this_is(looks_like: LooksLike) -> &'static str {
    match looks_like {
        LooksLike::Picture => "其实是图片，其中的文字无法读取",
        LooksLike::Pdf => "其实是PDF文件，不能直接读取",
        LooksLike::Ofd => "其实是OFD文件，不能直接读取",
        LooksLike::Archive => "其实是压缩包，不是表格文件",
        LooksLike::Executable => "其实是程序，不是表格文件",
        LooksLike::Doc97 => "是旧版Word或者WPS文字的文档，不能直接读取",
        LooksLike::Rtf => "是RTF文档，不能直接读取",
        LooksLike::Presentation => "是演示文稿，不是表格文件",
        LooksLike::OpenDocumentText => "是OpenDocument文字文档，不能直接读取",
        LooksLike::BinaryWorkbook => "是二进制的Excel工作簿，不能直接读取",
        LooksLike::OldWorkbook => "是Excel 97以前的工作簿，不能直接读取",
        LooksLike::Xml => "是XML文件，不能直接读取",
        LooksLike::WebArchive => "是单一文件的网页，不能直接读取",
        LooksLike::Database => "是数据库，不是表格文件",
        LooksLike::Unknown => "不是能够识别的表格、文档或者文本",
    }
}

fn instead(looks_like: LooksLike) -> &'static str {
    match looks_like {
        LooksLike::Picture => "改用原来的表格文件",
        LooksLike::Pdf | LooksLike::Ofd => "改用原来的表格文件，或者把其中的文字复制到.txt文件后重试",
        LooksLike::Archive => "先解压，再选用其中的表格文件",
        LooksLike::Doc97 | LooksLike::Rtf | LooksLike::OpenDocumentText => "另存为.docx后重试",
        LooksLike::BinaryWorkbook | LooksLike::OldWorkbook | LooksLike::Xml => "另存为.xlsx后重试",
        LooksLike::WebArchive => "另存为.html后重试",
        LooksLike::Executable | LooksLike::Presentation | LooksLike::Database | LooksLike::Unknown => {
            "选用.xlsx、.xls、.ods、.docx、.html、.csv、.txt或者.json文件"
        }
    }
}

fn too_large(what: Measure, limit: u32) -> String {
    let megabytes = limit / (1024 * 1024);
    let amount = match what {
        Measure::FileBytes => format!("文件超过{megabytes}MB"),
        Measure::Tags => format!("行和单元格（含空的）超过{limit}个"),
        Measure::UnpackedBytes => format!("解压后的内容超过{megabytes}MB"),
        Measure::Entries => format!("内部的文件超过{limit}个"),
        Measure::Depth => format!("内容的嵌套超过{limit}层"),
        Measure::TextChars => format!("一个单元格的文字超过{limit}个字符"),
        Measure::TextBytes => format!("全部文字超过{megabytes}MB"),
        Measure::Cells => format!("单元格超过{limit}个"),
        Measure::Lines => format!("文字超过{limit}行"),
        Measure::Rows => format!("一个表格超过{limit}行"),
        Measure::Columns => format!("一个表格超过{limit}列"),
        Measure::Tables => format!("表格超过{limit}个"),
    };
    format!("中{amount}，没有读取；请只保留目录表格，另存后重试。")
}

/// How many tables of a document are named in a sentence.
const NAMED: usize = 3;

fn no_catalogue(tables: &[SeenTable]) -> String {
    let seen: Vec<String> = tables.iter().take(NAMED).map(seen).collect();
    let rest = if tables.len() > NAMED { "等" } else { "" };
    format!(
        "中没有找到目录表格，只有{}{rest}；请核对文件，目录表格须有“序号、公开事项、公开内容、公开时限、公开主体”这样的表头。",
        seen.join("、")
    )
}

fn seen(table: &SeenTable) -> String {
    // Sentences end once: what the document says must not bring more ends.
    let quoted = |text: &String| {
        let text = shown(text).replace(['。', '！', '？'], " ");
        let short: String = text.chars().take(12).collect();
        if text.chars().count() > 12 { format!("{short}…") } else { short }
    };
    let first: Vec<String> = table.first.iter().filter(|text| !text.is_empty()).take(4).map(quoted).collect();
    let name = if table.name.is_empty() { String::new() } else { format!("“{}”", quoted(&table.name)) };
    let begins =
        if first.is_empty() { String::new() } else { format!("，开头是“{}”", first.join("、")) };
    format!("{name}{}行{}列的表格（{}）", table.rows, table.columns, begins.trim_start_matches('，'))
        .replace("（）", "")
}

/// That something is to be looked at in a document that was read; `None` where nothing is.
pub(crate) fn summary(input: &Path, view: &ImportView, report: Option<&Path>) -> Option<String> {
    let count = |severity| view.findings.iter().filter(|finding| finding.severity == severity).count();
    let counted = match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => return None,
        (0, doubtful) => format!("{doubtful}处需要核对"),
        (lost, 0) => format!("{lost}处缺失需要补正"),
        (lost, doubtful) => format!("{lost}处缺失需要补正，{doubtful}处需要核对"),
    };
    let input = input.to_string_lossy();
    let how = match report {
        Some(report) => format!("详见“{}”", shown(&report.to_string_lossy())),
        None => "用“--report 报告.json”可以列出各处".to_owned(),
    };
    Some(format!("“{}”已读取，其中{counted}；{how}。", shown(&input)))
}

/// A finding as a sentence; its place is told beside it.
pub(crate) fn finding(kind: &FindingKind, column: Option<&ColumnKey>) -> String {
    use FindingKind as K;
    match kind {
        K::OwnColumn { header } => format!("“{}”不是目录的常用栏目，已作为自设栏目保留。", header_of(header)),
        K::ColumnRepeated { header } => {
            format!("“{}”与前面的栏目重复，已作为自设栏目保留，请核对。", header_of(header))
        }
        K::ColumnGuessed { header } => format!(
            "表头“{}”没有写明栏目，已按各行内容识别为{}，请核对。",
            header_of(header),
            column.map_or_else(|| "相应栏目".to_owned(), label)
        ),
        K::HiddenTable => "表格所在的工作表是隐藏的，仍已读取，请核对是否需要。".to_owned(),
        K::HiddenRow => "这一行是隐藏的，仍已读取，请核对是否需要。".to_owned(),
        K::HiddenColumn { header } => {
            format!("“{}”一栏是隐藏的，仍已读取，请核对是否需要。", header_of(header))
        }
        K::RowShifted => "这一行的单元格与表头没有对齐，已按内容归入相应栏目，请核对。".to_owned(),
        K::RowJoined => "这一行是上一行被分页截断的余下部分，已合并到上一行，请核对。".to_owned(),
        K::PrintedTwice { text } => {
            format!("分页处重复印出了“{}”，只保留一处，请核对。", shown(text))
        }
        K::CellJoined => "单元格的文字接在下面一行，已按本栏其他各行的相同文字接上，请核对。".to_owned(),
        K::RowWithoutName => "这一行没有事项名称，已作为上一事项的续行，请核对。".to_owned(),
        K::ItemWithoutName => "这一事项有序号而没有名称，名称留空，请补正。".to_owned(),
        K::TextWithoutColumn { text } => {
            format!("“{}”不在任何栏目之内，没有收入目录，请核对并补正。", shown(text))
        }
        K::CellOverColumns => "一个单元格横跨几个栏目，文字已归入其中第一栏，请核对。".to_owned(),
        K::NumberGlued { number } => format!("序号{number}与名称写在同一个单元格，已经分开，请核对。"),
        K::NumberJump { found: 1, .. } => {
            "序号在这一行重新从1开始，原表可能由几份目录合成，请核对。".to_owned()
        }
        K::NumberJump { expected, found } => {
            format!("序号不连续：此处应为{expected}，原表为{found}，请核对是否缺少事项。")
        }
        K::NumbersRestart => "原表的事项序号在每个一级事项内从头编排。".to_owned(),
        K::NameJoined { name } => format!("名称分写在几个单元格，已合并为“{}”，请核对。", shown(name)),
        K::NameDoubled { name } => format!("名称“{}”在单元格内写了两遍，只保留一遍，请核对。", shown(name)),
        K::GroupAgain { name } => {
            format!("一级事项“{}”在前面已经出现，此处另立一项，请核对是否应当合并。", shown(name))
        }
        K::NoGroups => "原表没有写明一级事项，全部事项归入一个没有名称的一级事项，请补正。".to_owned(),
        K::Ditto { row: Some(row) } => {
            format!("原表写的是“同上”一类的文字，已换成第{row}行的内容。")
        }
        K::Ditto { row: None } => "原表写的是“同上”一类的文字，已换成所指的内容。".to_owned(),
        K::DittoOfNothing => "原表写的是“同上”一类的文字，但前面没有所指的内容，请补正。".to_owned(),
        K::TakenFromAbove { columns } => {
            format!("{}在原表中为空，已按与上一事项合并的单元格处理，请核对。", labels(columns))
        }
        K::TextCut => "文字中的括号不成对，可能被截断，请对照原件核对。".to_owned(),
        K::RowsDiffer => format!(
            "同一事项各行的{}不同，已合在一起，请核对。",
            column.map_or_else(|| "文字".to_owned(), label)
        ),
        K::MarkUnreadable { text } => {
            format!("应当打√的单元格写的是“{}”，无法识别，没有勾选，请补正。", shown(text))
        }
        K::MarkUndecided { columns } if columns.is_empty() => {
            "有一个√不知属于哪一栏，没有勾选，请对照原件补正。".to_owned()
        }
        K::MarkUndecided { columns } => {
            format!("有一个√不知属于{}中的哪一栏，没有勾选，请对照原件补正。", labels(columns))
        }
        K::MarksMissing { columns } => {
            format!("{}各栏没有一个√，可能在转换文字时丢失，请对照原件补正。", labels(columns))
        }
        K::MarkMoved { columns } => {
            format!("√的位置与表头没有对齐，已按全表情况勾选{}，请核对。", labels(columns))
        }
        K::NothingTicked => "公开渠道的方框都没有勾选，请对照原件核对。".to_owned(),
        K::ChannelLegend { text } => {
            format!("原表说明“{}”，其中的□不表示“不采用”，请核对公开渠道。", shown(text))
        }
        K::ChannelUnknown { label } => {
            format!("公开渠道“{}”不在模板的选项之内，已照原文保留，请核对。", shown(label))
        }
        K::MixedScript { characters } => {
            format!("简体文字中夹有繁体字“{}”，已照原文保留，请核对。", shown(characters))
        }
        K::StatisticsDisagree { stated, counted } => statistics(*stated, *counted),
        K::DateUnclear { text } => format!("填表时间“{}”无法识别，已留空，请补正。", shown(text)),
        K::Line { text } => format!("表格之外的文字“{}”没有收入目录。", shown(text)),
        K::TextTooLong => "一处文字超过上限，超出部分没有收入目录，请精简后补正。".to_owned(),
        K::TooManyRows => "表格的行数超过上限，超出部分没有收入目录，请拆分后再导入。".to_owned(),
    }
}

fn header_of(header: &str) -> String {
    if header.trim().is_empty() { "（空白）".to_owned() } else { shown(header) }
}

/// 统计行: what it says, and what the rows say.
fn statistics(stated: [Option<u32>; 3], counted: [u32; 3]) -> String {
    let names = ["主动公开一级事项", "主动公开二级事项", "依申请公开二级事项"];
    let differences: Vec<String> = names
        .into_iter()
        .zip(stated.into_iter().zip(counted))
        .filter_map(|(name, (stated, counted))| {
            let stated = stated.filter(|stated| *stated != counted)?;
            Some(format!("{name}写为{stated}项，各行合计{counted}项"))
        })
        .collect();
    format!("统计行与各行不符：{}，请核对。", differences.join("；"))
}

fn labels(columns: &[ColumnKey]) -> String {
    columns.iter().map(label).collect::<Vec<_>>().join("、")
}

/// A column as people call it.
fn label(column: &ColumnKey) -> String {
    let name = match column {
        ColumnKey::Number => "序号",
        ColumnKey::Group => "一级事项",
        ColumnKey::Sub(level) => return format!("“第{}级事项”", level + 1),
        ColumnKey::ItemNumber => "事项序号",
        ColumnKey::Item => "二级事项",
        ColumnKey::Text(field) => match field {
            TextField::Content => "公开内容",
            TextField::Basis => "公开依据",
            TextField::TimeLimit => "公开时限",
            TextField::DisclosingBody => "公开主体",
            TextField::WebsiteSection => "网站所属栏目",
            TextField::Remarks => "备注",
        },
        ColumnKey::Channels => "公开渠道和载体",
        ColumnKey::Mark(mark) => match mark {
            Mark::Audience(Audience::GeneralPublic) => "全社会",
            Mark::Audience(Audience::SpecificGroups) => "特定群体",
            Mark::Method(Method::Proactive) => "主动公开",
            Mark::Method(Method::OnApplication) => "依申请公开",
            Mark::Aspect(Aspect::DecisionMaking) => "决策",
            Mark::Aspect(Aspect::Implementation) => "执行",
            Mark::Aspect(Aspect::Management) => "管理",
            Mark::Aspect(Aspect::Services) => "服务",
            Mark::Aspect(Aspect::Results) => "结果",
            Mark::Level(label) => label,
        },
        ColumnKey::Custom(label) => label,
    };
    format!("“{}”", shown(name))
}
