//! Every word that the program itself prints on a form. All other words come from the catalogue.

use std::fmt::Display;

pub(crate) mod revision;

/// 责任单位, before the unit's name.
pub(crate) const RESPONSIBLE_UNIT: &str = "责任单位：";
/// 填表人, before the name.
pub(crate) const PREPARER: &str = "填表人：";
/// 复核人, before the name.
pub(crate) const REVIEWER: &str = "复核人：";
/// 审签人, before the name.
pub(crate) const APPROVER: &str = "审签人：";
/// 填表时间, before the date.
pub(crate) const PREPARED_AT: &str = "填表时间：";
/// After a name or a date that was typed and that nobody has signed.
pub(crate) const TYPED: &str = "（录入）";
/// After the name of a group that a page break has cut.
pub(crate) const CONTINUED: &str = "（续）";
/// In place of the rest of a name.
pub(crate) const LEFT_OUT: &str = "……";
/// In the corner of every page of what is not approved.
pub(crate) const DRAFT: &str = "草稿";
/// At the foot of every page of what is not approved.
pub(crate) const DRAFT_NOTICE: &str = "未审签，不得对外发布";
/// After an option that takes a note and has none.
pub(crate) const NOTE_WANTED: &str = "（注明）";
/// A ticked box.
pub(crate) const TICKED: char = '☑';
/// A box that is not ticked.
pub(crate) const UNTICKED: char = '□';
/// The mark of the columns for one √.
pub(crate) const MARK: &str = "√";
/// The program's name in the properties of files.
pub(crate) const PROGRAM: &str = "政务公开目录编制";
/// The name of the worksheet.
pub(crate) const WORKSHEET: &str = "政务公开目录";
/// The styles of a Word document, as its user sees them: the lines above the table.
pub(crate) const SIGN_OFF_STYLE: &str = "表前文字";
/// Texts of the table.
pub(crate) const TEXT_STYLE: &str = "表格文字";
/// Names and numbers of the table.
pub(crate) const CENTRED_STYLE: &str = "表格居中";
/// The header of the table.
pub(crate) const HEADER_STYLE: &str = "表头";
/// The title where the catalogue has none.
pub(crate) const UNTITLED: &str = "政务公开目录";

/// The foot of a page; both numbers count from 1, or stand for the numbers that another program counts.
pub(crate) fn page_of(page: impl Display, pages: impl Display) -> String {
    format!("第{page}页，共{pages}页")
}

/// 版本号 of what is approved, counted from 1.
pub(crate) fn version(version: u32) -> String {
    format!("版本号：第{version}版")
}

/// 核对码 of what is approved.
pub(crate) fn check_code(code: &str) -> String {
    format!("核对码：{code}")
}

/// The note behind a channel's label.
pub(crate) fn note(note: &str) -> String {
    format!("（{note}）")
}
