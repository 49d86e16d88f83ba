//! Templates: looked at, kept in the library, taken from files and given out to them.

use std::{collections::BTreeMap, path::Path};

use mulu_model::{
    Audience, Catalogue, Channel, ColumnKey, EditError, Id, Item, Mark, Template, TextField,
    exchange::{self, NamedTemplate as File},
    limits,
};

use crate::{
    App, AppError,
    error::from::{self, count},
    export,
    file::GivenFile,
    sources,
    wire::{ExportedFile, HiddenData, NamedTemplate, SourceKind},
};

impl App {
    /// The template of a starting point, one that ships, or one of the user's own.
    ///
    /// # Errors
    /// [`AppError::NoSource`]
    pub fn template(&self, source: &str, kind: SourceKind) -> Result<NamedTemplate, AppError> {
        match kind {
            SourceKind::StartingPoint => {
                let catalogue = sources::to_pick_from(source)?;
                Ok(NamedTemplate { name: catalogue.heading.title, template: catalogue.template })
            }
            SourceKind::Template => {
                let File { name, template, .. } = sources::shipped_template(source)?;
                Ok(NamedTemplate { name, template })
            }
            SourceKind::OwnTemplate => {
                let mut kept = self.workspace().library.list_templates()?.into_iter();
                let own = kept.find(|kept| kept.id.as_str() == source);
                let own = own.ok_or_else(|| AppError::NoSource { id: source.to_owned() })?;
                Ok(NamedTemplate { name: own.name, template: own.template })
            }
        }
    }

    /// Keeps a template in the library for other catalogues; returns its identity.
    ///
    /// # Errors
    /// [`AppError::BadTemplate`]; [`AppError::TextTooLong`] and [`AppError::BadRequest`] for its name.
    pub fn keep_template(&self, name: &str, template: &Template) -> Result<Id, AppError> {
        let name = checked_name(name)?;
        template.validate().map_err(EditError::from)?;
        let id = self.host.new_id();
        self.workspace().library.keep_template(&id, name, template, self.host.now())?;
        Ok(id)
    }

    /// Takes a template of the user's own out of the library. Catalogues made from it keep theirs.
    ///
    /// # Errors
    /// [`AppError::NoSource`]
    pub fn remove_template(&self, id: &Id) -> Result<(), AppError> {
        Ok(self.workspace().library.remove_template(id)?)
    }

    /// Takes the template in a file into the library; returns its identity. One without a name gets the file's.
    ///
    /// # Errors
    /// [`AppError::BadExchangeFile`] and the codes for files.
    pub fn import_template<'a>(&self, file: impl Into<GivenFile<'a>>) -> Result<Id, AppError> {
        let file = file.into();
        let (path, bytes) = (file.path(), file.bytes()?);
        let File { name, template, .. } =
            exchange::read_template(&bytes).map_err(|error| from::exchange(path, error))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        self.keep_template(if name.trim().is_empty() { &stem } else { &name }, &template)
    }

    /// Writes a template into a file, whole or not at all.
    ///
    /// # Errors
    /// As [`App::keep_template`], and the codes for files; a file that was there stays as it was.
    pub fn export_template(
        &self,
        name: &str,
        template: &Template,
        path: &Path,
    ) -> Result<ExportedFile, AppError> {
        let name = checked_name(name)?.to_owned();
        template.validate().map_err(EditError::from)?;
        let named = File { name, description: String::new(), template: template.clone() };
        export::put(path, &exchange::write_template(&named))
    }

    /// What of a catalogue a template would not show, with the number of cells. It stays in the catalogue.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]; [`AppError::BadTemplate`], so that it is reported before the catalogue gets the
    /// template.
    pub fn hidden_by(&self, id: &Id, template: &Template) -> Result<Vec<HiddenData>, AppError> {
        template.validate().map_err(EditError::Template)?;
        let catalogue = self.snapshot(id)?.catalogue;
        let hidden = filled(&catalogue).into_iter().filter(|(column, _)| !template.has(column));
        Ok(hidden.map(|(column, cells)| HiddenData { column, cells: count(cells) }).collect())
    }
}

/// The name without white space around it.
fn checked_name(name: &str) -> Result<&str, AppError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(AppError::BadRequest { detail: "a template without a name".to_owned() });
    }
    if name.chars().count() > limits::TEXT_CHARS {
        return Err(EditError::TextTooLong.into());
    }
    Ok(name)
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
    let contents = item.parts.iter().filter(|part| !part.content.is_empty()).count();
    add(ColumnKey::Text(TextField::Content), contents);
    let channels = item.parts.iter().map(|part| &part.channels).chain([&item.channels]);
    add(ColumnKey::Channels, channels.filter(|channels: &&Vec<Channel>| !channels.is_empty()).count());
    for (field, text) in item.texts.iter() {
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
