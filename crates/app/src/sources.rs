//! What a new catalogue can be made from. Names and sentences come from the files themselves.

use std::sync::LazyLock;

use mulu_model::{
    Catalogue, Id,
    exchange::{self, ExchangeError, NamedTemplate},
    library::KeptTemplate,
};

use crate::{
    AppError, Host, System,
    error::from::count,
    wire::{Source, SourceKind},
};

macro_rules! assets {
    ($folder:literal: $($name:literal)*) => {
        &[$(($name, include_bytes!(concat!("../../../assets/", $folder, "/", $name, ".json")))),*]
    };
}

/// Whole catalogues, by name.
const STARTING_POINTS: &[(&str, &[u8])] = assets!("catalogues":
    "zhongwei-hrss-2022" "yinchuan-hrss-2020" "zhongwei-social-insurance" "jalaid-social-insurance");

/// Templates, by name. A template that a starting point uses has its name.
const TEMPLATES: &[(&str, &[u8])] = assets!("templates":
    "national-13-labels" "zhongwei-hrss-2022" "yinchuan-hrss-2020" "zhongwei-social-insurance"
    "jalaid-social-insurance");

/// Everything that is to choose from: templates, then starting points.
pub(crate) fn all() -> Vec<Source> {
    static ALL: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let templates: Vec<_> = TEMPLATES
            .iter()
            .filter_map(|(id, bytes)| Some((*id, exchange::read_template(bytes).ok()?)))
            .collect();
        let starting_points = STARTING_POINTS.iter().filter_map(|(id, bytes)| {
            let catalogue = exchange::read(bytes, &mut || System.new_id()).ok()?;
            let named = &templates.iter().find(|(template, _)| template == id)?.1;
            Some(starting_point(id, &catalogue, named))
        });
        let starting_points: Vec<_> = starting_points.collect();
        templates.iter().map(|(id, named)| template(id, named)).chain(starting_points).collect()
    });
    ALL.clone()
}

fn starting_point(id: &str, catalogue: &Catalogue, named: &NamedTemplate) -> Source {
    Source {
        id: id.to_owned(),
        kind: SourceKind::StartingPoint,
        name: catalogue.heading.title.clone(),
        description: named.description.clone(),
        groups: count(catalogue.groups.len()),
        items: count(catalogue.item_count()),
        columns: count(catalogue.template.columns.len()),
    }
}

fn template(id: &str, named: &NamedTemplate) -> Source {
    Source {
        id: id.to_owned(),
        kind: SourceKind::Template,
        name: named.name.clone(),
        description: named.description.clone(),
        groups: 0,
        items: 0,
        columns: count(named.template.columns.len()),
    }
}

/// A template that users have kept.
pub(crate) fn own(kept: KeptTemplate) -> Source {
    Source {
        id: kept.id.to_string(),
        kind: SourceKind::OwnTemplate,
        name: kept.name,
        description: String::new(),
        groups: 0,
        items: 0,
        columns: count(kept.template.columns.len()),
    }
}

/// A starting point with identities that are the same each time, to pick items from.
pub(crate) fn to_pick_from(id: &str) -> Result<Catalogue, AppError> {
    let mut numbers = 1_u32..;
    starting_catalogue(id, &mut || numbered_id(numbers.next().unwrap_or_default()))
}

#[expect(clippy::expect_used, reason = "a number has no white space")]
fn numbered_id(number: u32) -> Id {
    Id::new(&number.to_string()).expect("a number is an identity")
}

fn read<T>(
    known: &[(&str, &[u8])],
    id: &str,
    read: impl FnOnce(&[u8]) -> Result<T, ExchangeError>,
) -> Result<T, AppError> {
    let none = || AppError::NoSource { id: id.to_owned() };
    let (_, bytes) = known.iter().find(|(known, _)| *known == id).ok_or_else(none)?;
    read(bytes).map_err(|_| none())
}

/// The whole catalogue of a starting point.
pub(crate) fn starting_catalogue(id: &str, new_id: &mut dyn FnMut() -> Id) -> Result<Catalogue, AppError> {
    read(STARTING_POINTS, id, |bytes| exchange::read(bytes, new_id))
}

/// A template that ships with the program.
pub(crate) fn shipped_template(id: &str) -> Result<NamedTemplate, AppError> {
    read(TEMPLATES, id, exchange::read_template)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_ships_can_be_chosen() {
        let all = all();
        assert_eq!(all.len(), STARTING_POINTS.len() + TEMPLATES.len());
        assert!(all.iter().all(|source| !source.name.is_empty() && !source.description.is_empty()));
        let items: Vec<_> = all.iter().filter(|source| source.items > 0).map(|source| source.items).collect();
        assert_eq!(items, [42, 27, 90, 77]);
    }
}
