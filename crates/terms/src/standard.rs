//! The terms that ship with the program, for libraries that have none of their own yet.

use std::{collections::BTreeMap, sync::LazyLock};

use mulu_model::ColumnKey;

static STANDARD: LazyLock<BTreeMap<ColumnKey, Vec<String>>> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../assets/vocabulary/standard.json");
    serde_json::from_slice(bytes).unwrap_or_default()
});

/// The standard terms of a column, the commoner first.
pub(crate) fn terms(column: &ColumnKey) -> &'static [String] {
    STANDARD.get(column).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use mulu_model::Citations;

    use super::*;

    #[test]
    fn there_are_standard_terms_and_each_basis_is_one_citation() {
        let keys: Vec<_> = STANDARD.keys().map(ToString::to_string).collect();
        assert_eq!(keys, ["basis", "time_limit", "channels"]);
        for basis in terms(&"basis".parse().unwrap()) {
            assert_eq!(Citations::of(basis).texts().collect::<Vec<_>>(), [basis]);
        }
    }
}
