//! The words of the revision table.

use mulu_model::{HeadingField, long_date};

use crate::revision::content::VersionLabel;

/// What the table is called.
pub(crate) const NAME: &str = "修订对照表";
/// 序号
pub(crate) const NUMBER: &str = "序号";
/// Over the names of groups and items.
pub(crate) const SUBJECT: &str = "事项";
/// 一级事项
pub(crate) const GROUP: &str = "一级事项";
/// 二级事项
pub(crate) const ITEM: &str = "二级事项";
/// What of the subject has changed.
pub(crate) const COLUMN: &str = "栏目";
/// The old text.
pub(crate) const BEFORE: &str = "修订前";
/// The new text.
pub(crate) const AFTER: &str = "修订后";
/// Why.
pub(crate) const REASON: &str = "理由";
/// In place of a group: what stands above the table.
pub(crate) const HEADING: &str = "表头";
/// In place of a group: the shape of the table.
pub(crate) const TEMPLATE: &str = "样式";
/// In place of a column: the item with all its cells.
pub(crate) const WHOLE: &str = "整项";
/// In place of a group: the catalogue as a whole.
pub(crate) const ALL: &str = "整份目录";
/// In place of a column: what was said.
pub(crate) const OPINION: &str = "意见";
/// In place of a column: where a group or an item stands.
pub(crate) const POSITION: &str = "位置";
/// In place of a column: the parts of the template.
pub(crate) const SHAPE: &str = "栏目与选项";
/// On the side where something is not.
pub(crate) const NOTHING: &str = "（无）";
/// In place of what has been deleted.
pub(crate) const REMOVED: &str = "（删除）";
/// After a change of the template that no words show.
pub(crate) const RESHAPED: &str = "编号、合并等排版方式有调整";
/// Between words of a list.
pub(crate) const AND: &str = "、";

/// The title of the table about the catalogue of this title.
pub(crate) fn title(catalogue: &str) -> String {
    format!("《{catalogue}》{NAME}")
}

/// The line above the table.
pub(crate) fn versions(old: &VersionLabel, new: &VersionLabel, rows: usize) -> String {
    format!("{} → {}　　共{rows}处修订", version(old), version(new))
}

fn version(label: &VersionLabel) -> String {
    let state = match label.approved_on {
        Some(date) => format!("{}审签", long_date(date)),
        None => super::DRAFT.to_owned(),
    };
    format!("第{}版（{state}）", label.version)
}

/// Where a group stands, from 0.
pub(crate) fn group_position(at: usize) -> String {
    format!("一级事项中第{}项", at + 1)
}

/// Where an item stands in its group, from 0.
pub(crate) fn item_position(at: usize) -> String {
    format!("本一级事项中第{}项", at + 1)
}

/// Where an item stands in another group than in the other version, from 0.
pub(crate) fn item_in_group(group: &str, at: usize) -> String {
    format!("“{group}”中第{}项", at + 1)
}

/// One of an item's rows, from 0.
pub(crate) fn row(column: &str, row: usize) -> String {
    format!("{column}（第{}行）", row + 1)
}

/// A cell of an item that is told with all its cells, or a part of a template.
pub(crate) fn named(column: &str, text: &str) -> String {
    format!("{column}：{text}")
}

/// A part of a template that is a list of words.
pub(crate) fn shape_part(part: ShapePart) -> &'static str {
    match part {
        ShapePart::Columns => "栏目",
        ShapePart::Channels => "渠道选项",
        ShapePart::Levels => "公开层级",
    }
}

/// The lists of a template.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ShapePart {
    Columns,
    Channels,
    Levels,
}

/// A field above the table.
pub(crate) fn heading_field(field: HeadingField) -> &'static str {
    match field {
        HeadingField::Title => "标题",
        HeadingField::ResponsibleUnit => "责任单位",
        HeadingField::Preparer => "填表人",
        HeadingField::Reviewer => "复核人",
        HeadingField::Approver => "审签人",
        HeadingField::PreparedAt => "填表时间",
    }
}
