//! Figures, which are the same on many pages and stand in the file once.

use std::fmt::Write;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};

use crate::Rectangle;

/// The figures of a document.
#[derive(Default)]
pub(super) struct Figures {
    known: Vec<Vec<Rectangle>>,
}

impl Figures {
    /// The name by which pages call the figure. It is taken up if it is new.
    pub(super) fn id_of(&mut self, parts: &[Rectangle]) -> XObjectId {
        let index = self.known.iter().position(|known| known == parts).unwrap_or_else(|| {
            self.known.push(parts.to_vec());
            self.known.len() - 1
        });
        name(index)
    }

    /// All figures for pages of this width and height.
    pub(super) fn embed(&self, page: (f32, f32)) -> impl Iterator<Item = (XObjectId, XObject)> {
        self.known.iter().enumerate().map(move |(index, parts)| (name(index), form_object(parts, page)))
    }
}

fn name(index: usize) -> XObjectId {
    XObjectId(format!("Figure{index}"))
}

/// The parts as one path, because parts filled one by one would show hair lines between them.
fn form_object(parts: &[Rectangle], (width, height): (f32, f32)) -> XObject {
    let mut content = String::new();
    for part in parts {
        let y = height - part.y - part.height;
        // Writing to a string cannot fail.
        let _ = write!(content, "{:.2} {y:.2} {:.2} {:.2} re ", part.x, part.width, part.height);
    }
    content.push('f');
    let name = |name: &str| DictItem::Name(name.into());
    let page = [0.0, 0.0, width, height].map(DictItem::Real).to_vec();
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Form")),
        ("BBox", DictItem::Array(page)),
        ("Resources", DictItem::Dict { map: [].into() }),
    ];
    let dict = dict.map(|(key, value)| (key.to_owned(), value)).into();
    let stream = ExternalStream { dict, content: content.into_bytes(), compress: true };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}
