//! What must be filled in.

use mulu_model::{Cell, ColumnKey, TextField};

use crate::{Finding, Problem, Scene};

/// A column of the template that every item must fill is empty. White space fills nothing.
///
/// Source: FACTS 2, the elements that a catalogue must have at least (名称, 内容, 依据, 时限, 主体) after
/// 国办发〔2019〕54号. Names between group and item, 网站所属栏目, 备注 and columns of the body's own may be empty.
pub(crate) fn texts(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    for column in scene.template.columns.iter().filter(|column| must_be_filled(&column.key)) {
        for part in scene.parts(&column.key) {
            if let Some(Cell::Text(text)) = scene.item.cell(part.unwrap_or(0), &column.key)
                && text.trim().is_empty()
            {
                findings.push(scene.finding(part, column.key.clone(), Problem::Empty));
            }
        }
    }
}

fn must_be_filled(key: &ColumnKey) -> bool {
    use TextField as Field;
    matches!(
        key,
        ColumnKey::Item
            | ColumnKey::Text(Field::Content | Field::Basis | Field::TimeLimit | Field::DisclosingBody)
    )
}
