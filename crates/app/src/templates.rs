//! Templates: looked at, kept in the library, taken from files and given out to them.

use std::collections::BTreeMap;

use mulu_model::{
    Audience, Catalogue, Channel, ColumnKey, Id, Item, Mark, Part, Template, TextField, limits,
};

use crate::{App, AppError, error::from::count, wire::HiddenData};

impl App {
    /// What of a catalogue a template would not show, with the number of cells. It stays in the catalogue.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn hidden_by(&self, id: &Id, template: &Template) -> Result<Vec<HiddenData>, AppError> {
        let catalogue = self.snapshot(id)?.catalogue;
        let hidden = filled(&catalogue).into_iter().filter(|(column, _)| !template.has(column));
        Ok(hidden.map(|(column, cells)| HiddenData { column, cells: count(cells) }).collect())
    }
}

/// How many cells are filled in each column that there could be. Items always have names to be seen.
fn filled(catalogue: &Catalogue) -> BTreeMap<ColumnKey, usize> {
    let mut filled = BTreeMap::new();
    let mut add = |column: ColumnKey, cells: usize| {
        if cells > 0 {
            *filled.entry(column).or_default() += cells;
        }
    };
    add(ColumnKey::Group, catalogue.groups.iter().filter(|group| !group.name.is_empty()).count());
    for (_, item) in catalogue.items() {
        each_column(item, &mut add);
    }
    filled
}

fn each_column(item: &Item, add: &mut dyn FnMut(ColumnKey, usize)) {
    let contents = item.parts.iter().map(|Part { content, .. }| content).chain([&item.content]);
    add(ColumnKey::Text(TextField::Content), contents.filter(|content| !content.is_empty()).count());
    let channels = item.parts.iter().map(|part| &part.channels).chain([&item.channels]);
    add(ColumnKey::Channels, channels.filter(|channels: &&Vec<Channel>| !channels.is_empty()).count());
    let texts = [
        (TextField::Basis, &item.basis),
        (TextField::TimeLimit, &item.time_limit),
        (TextField::DisclosingBody, &item.disclosing_body),
        (TextField::WebsiteSection, &item.website_section),
        (TextField::Remarks, &item.remarks),
    ];
    for (field, text) in texts {
        add(ColumnKey::Text(field), usize::from(!text.is_empty()));
    }
    for (level, name) in (1..=limits::SUB_LEVELS).zip(&item.path) {
        add(ColumnKey::Sub(level), usize::from(!name.is_empty()));
    }
    for label in item.custom.keys() {
        add(ColumnKey::Custom(label.clone()), 1);
    }
    for audience in Audience::ALL {
        let has_words = *audience == Audience::SpecificGroups && !item.audience_note.is_empty();
        let is_filled = item.audience.contains(audience) || has_words;
        add(ColumnKey::Mark(Mark::Audience(*audience)), usize::from(is_filled));
    }
    let methods = item.method.iter().map(|method| Mark::Method(*method));
    let aspects = item.aspects.iter().map(|aspect| Mark::Aspect(*aspect));
    let levels = item.levels.iter().map(|level| Mark::Level(level.clone()));
    for mark in methods.chain(aspects).chain(levels) {
        add(ColumnKey::Mark(mark), 1);
    }
}
