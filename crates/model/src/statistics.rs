//! The statistics line (统计行): computed, never typed, because the typed ones are wrong.

use std::fmt;

use crate::{Catalogue, Method};

/// How many groups and items are published proactively and on application.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statistics {
    /// Groups with at least one proactive item.
    pub proactive_groups: usize,
    /// Items published proactively.
    pub proactive_items: usize,
    /// Items published on application. An item with both methods counts in both.
    pub on_application_items: usize,
}

impl Statistics {
    /// Counts the catalogue's groups and items.
    pub fn of(catalogue: &Catalogue) -> Self {
        let count = |method: Method| {
            let items = catalogue.items().filter(|(_, item)| item.method.contains(&method));
            items.count()
        };
        let is_proactive =
            |group: &&crate::Group| group.items.iter().any(|item| item.method.contains(&Method::Proactive));
        Self {
            proactive_groups: catalogue.groups.iter().filter(is_proactive).count(),
            proactive_items: count(Method::Proactive),
            on_application_items: count(Method::OnApplication),
        }
    }
}

impl fmt::Display for Statistics {
    /// The line as the forms print it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "政府信息：主动公开一级事项{}项，二级事项{}项；依申请公开二级事项{}项",
            self.proactive_groups, self.proactive_items, self.on_application_items
        )
    }
}
