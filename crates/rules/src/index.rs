//! A catalogue as the rules see it: made once for a check, with each text taken apart once.

use std::{collections::HashMap, rc::Rc};

use mulu_model::{
    Catalogue, Cell, Channel, ColumnKey, Group, HeadingField, Id, Item, Method, Template, TextField,
};

use crate::{
    context::Context,
    parse::{
        citation::{self, Citation},
        limit::{self, Limit},
    },
    place::Place,
};

/// The whole catalogue.
pub(crate) struct Index<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) context: &'a Context,
    /// All items, top down.
    pub(crate) rows: Vec<Row<'a>>,
}

/// An item with what stands around it.
pub(crate) struct Row<'a> {
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) context: &'a Context,
    pub(crate) group: &'a Group,
    pub(crate) item: &'a Item,
    /// Its number over the whole catalogue, from 1.
    pub(crate) number: usize,
    /// Its 公开依据, taken apart.
    pub(crate) basis: Rc<Vec<Citation>>,
    /// Its 公开时限, taken apart.
    pub(crate) limits: Rc<Vec<Limit>>,
}

/// One text of the catalogue.
pub(crate) struct TextCell<'a> {
    pub(crate) context: &'a Context,
    pub(crate) text: &'a str,
    owner: Owner<'a>,
}

enum Owner<'a> {
    Heading(HeadingField),
    Group(&'a Id),
    Item { item: &'a Id, part: Option<usize>, column: &'a ColumnKey },
}

impl<'a> Index<'a> {
    pub(crate) fn new(catalogue: &'a Catalogue, context: &'a Context) -> Self {
        let mut bases = HashMap::new();
        let mut limits = HashMap::new();
        let rows = catalogue.items().enumerate().map(|(index, (group, item))| {
            let (basis, limit) = (text(item, TextField::Basis), text(item, TextField::TimeLimit));
            let read = |text| Rc::new(citation::read(text, context.knowledge));
            Row {
                catalogue,
                context,
                group,
                item,
                number: index + 1,
                basis: Rc::clone(bases.entry(basis).or_insert_with(|| read(basis))),
                limits: Rc::clone(limits.entry(limit).or_insert_with(|| Rc::new(limit::read(limit)))),
            }
        });
        Self { catalogue, context, rows: rows.collect() }
    }

    /// The texts above the table and the groups' names.
    pub(crate) fn heading_texts(&self) -> Vec<TextCell<'a>> {
        let heading = &self.catalogue.heading;
        let fields = [
            (HeadingField::Title, &heading.title),
            (HeadingField::ResponsibleUnit, &heading.responsible_unit),
            (HeadingField::Preparer, &heading.preparer),
            (HeadingField::Reviewer, &heading.reviewer),
            (HeadingField::Approver, &heading.approver),
        ];
        let cell = |text: &'a str, owner| TextCell { context: self.context, text, owner };
        let fields = fields.into_iter().map(|(field, text)| cell(text, Owner::Heading(field)));
        let groups = self.catalogue.groups.iter().map(|group| cell(&group.name, Owner::Group(&group.id)));
        fields.chain(groups).filter(|cell| !cell.text.is_empty()).collect()
    }
}

impl<'a> Row<'a> {
    pub(crate) fn template(&self) -> &'a Template {
        &self.catalogue.template
    }

    /// One of the item's texts; of 公开内容 that of its first row.
    pub(crate) fn text(&self, field: TextField) -> &'a str {
        text(self.item, field)
    }

    /// The item's cells in a column: one for each of its rows where rows have cells of their own in it.
    pub(crate) fn parts(&self, column: &ColumnKey) -> Vec<Option<usize>> {
        if column.is_of_part() && !self.item.parts.is_empty() {
            (0..self.item.parts.len()).map(Some).collect()
        } else {
            vec![None]
        }
    }

    /// The item's texts that the template shows.
    pub(crate) fn texts(&self) -> Vec<TextCell<'a>> {
        let mut cells = Vec::new();
        for column in &self.template().columns {
            for part in self.parts(&column.key) {
                if let Some(Cell::Text(text)) = self.item.cell(part.unwrap_or(0), &column.key)
                    && !text.is_empty()
                {
                    let owner = Owner::Item { item: &self.item.id, part, column: &column.key };
                    cells.push(TextCell { context: self.context, text, owner });
                }
            }
        }
        cells
    }

    /// The item's cells with channels, where the template has a column for them.
    pub(crate) fn channels(&self) -> Vec<(Option<usize>, &'a [Channel])> {
        if !self.template().has(&ColumnKey::Channels) {
            return Vec::new();
        }
        let cell = |part: Option<usize>| match self.item.cell(part.unwrap_or(0), &ColumnKey::Channels) {
            Some(Cell::Channels(channels)) => Some((part, channels)),
            _ => None,
        };
        self.parts(&ColumnKey::Channels).into_iter().filter_map(cell).collect()
    }

    /// Everything that tells what the item is about, in one text.
    pub(crate) fn subject(&self) -> String {
        let heading = &self.catalogue.heading;
        let names = [&heading.title, &heading.responsible_unit, &self.group.name, &self.item.name];
        let mut subject: String = names.into_iter().flat_map(|name| [name.as_str(), "\n"]).collect();
        self.item.path.iter().for_each(|name| subject.push_str(name));
        subject.push_str(&self.item.whole_content());
        subject
    }

    /// Whether the item is published on application and not proactively.
    pub(crate) fn is_on_application(&self) -> bool {
        self.item.method.contains(&Method::OnApplication) && !self.item.method.contains(&Method::Proactive)
    }
}

impl TextCell<'_> {
    /// The column of an item's cell; `None` above the table and for the names of groups.
    pub(crate) fn column(&self) -> Option<&ColumnKey> {
        match &self.owner {
            Owner::Item { column, .. } => Some(column),
            _ => None,
        }
    }

    /// Whether it is the text of this field.
    pub(crate) fn is(&self, field: TextField) -> bool {
        self.column() == Some(&ColumnKey::Text(field))
    }

    pub(crate) fn place(&self) -> Place {
        match &self.owner {
            Owner::Heading(field) => Place::Heading(*field),
            Owner::Group(group) => Place::Group((*group).clone()),
            Owner::Item { item, part, column } => {
                Place::Cell { item: (*item).clone(), part: *part, column: (*column).clone() }
            }
        }
    }
}

fn text(item: &Item, field: TextField) -> &str {
    match item.cell(0, &ColumnKey::Text(field)) {
        Some(Cell::Text(text)) => text,
        _ => "",
    }
}

/// The column of a text.
pub(crate) fn column(field: TextField) -> ColumnKey {
    ColumnKey::Text(field)
}
