//! What printpdf cannot say: it knows only characters with a glyph each, sorts an outline by name within a
//! page, and gives every file an identity that is never the same.

use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use mulu_model::Date;

use super::{font::Embedded, length::short};
use crate::{laid::Form, words};

/// Adds the tables of glyphs, the outline, and what the document says about itself.
pub(super) fn complete(file: &mut Document, form: &Form, fonts: &[Embedded], date: Date) {
    file.version = "1.7".to_owned();
    file.trailer.remove(b"ID");
    for font in fonts.iter().filter(|font| font.is_used()) {
        set_glyph_table(file, font);
    }
    if let Ok(id) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.set_object(id, information(form, date));
    }
    let outline = outline(file, form);
    let Ok(catalog) = file.catalog_mut() else { return };
    catalog.set("Lang", text("zh-CN"));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
}

fn set_glyph_table(file: &mut Document, font: &Embedded) {
    let table = file.add_object(Stream::new(Dictionary::new(), font.glyph_table()));
    let name = Object::Name(font.name().into_bytes());
    let dictionaries = file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    for dictionary in dictionaries.filter(|dictionary| dictionary.get(b"BaseFont").ok() == Some(&name)) {
        if let Ok([Object::Dictionary(glyphs)]) =
            dictionary.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map(Vec::as_mut_slice)
        {
            glyphs.set("CIDToGIDMap", table);
        }
    }
}

fn information(form: &Form, date: Date) -> Dictionary {
    let (year, month, day) = (date.year().clamp(0, 9999), date.month(), date.day());
    let stamp = Object::string_literal(format!("D:{year:04}{month:02}{day:02}"));
    dictionary! {
        "Title" => text(&form.sheet.title),
        "Creator" => text(words::PROGRAM),
        "Producer" => text(words::PROGRAM),
        "CreationDate" => stamp.clone(),
        "ModDate" => stamp,
    }
}

/// One entry for each group, in their order, that leads to the very place where the group begins.
fn outline(file: &mut Document, form: &Form) -> Option<Object> {
    let pages: Vec<_> = file.page_iter().collect();
    let (_, height) = form.page_size();
    let root = file.new_object_id();
    let entries: Vec<_> = form.outline().into_iter().map(|entry| (file.new_object_id(), entry)).collect();
    let (first, last) = (entries.first()?.0, entries.last()?.0);
    for (index, (id, (label, page, y))) in entries.iter().enumerate() {
        let top = Object::Real(short(height - y).0);
        let place = vec![(*pages.get(*page)?).into(), "XYZ".into(), 0.into(), top, Object::Null];
        let mut entry = dictionary! { "Title" => text(label), "Parent" => root, "Dest" => place };
        if let Some((before, _)) = index.checked_sub(1).and_then(|index| entries.get(index)) {
            entry.set("Prev", *before);
        }
        if let Some((after, _)) = entries.get(index + 1) {
            entry.set("Next", *after);
        }
        file.set_object(*id, entry);
    }
    let count = entries.len() as i64;
    file.set_object(
        root,
        dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count },
    );
    Some(root.into())
}

fn text(text: &str) -> Object {
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// UTF-16 with its byte order mark, as PDF wants it outside of pages.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
}

#[cfg(test)]
mod tests {
    use mulu_model::{Id, exchange};

    use super::*;
    use crate::{Options, Paper, Status, lay_out, unwatched};

    fn form() -> Form {
        let bytes = include_bytes!("../../../../assets/catalogues/zhongwei-hrss-2022.json");
        let mut count = 0;
        let mut next = || {
            count += 1;
            Id::new(&format!("n{count}")).unwrap()
        };
        let catalogue = exchange::read(bytes, &mut next).unwrap();
        lay_out(&catalogue, &Options { paper: Paper::A3, status: Status::Draft, typed: Vec::new() })
    }

    fn written(form: &Form) -> Document {
        let bytes = crate::pdf::write(form, Date::constant(2022, 12, 18), &mut unwatched).unwrap();
        Document::load_mem(&bytes).unwrap()
    }

    #[test]
    fn the_outline_names_the_groups_in_their_order() {
        let form = form();
        let file = written(&form);
        let follow = |from: &Dictionary, key: &[u8]| {
            let id = from.get(key).ok()?.as_reference().ok()?;
            file.get_dictionary(id).ok().cloned()
        };
        let root = follow(file.catalog().unwrap(), b"Outlines").unwrap();
        let entries = std::iter::successors(follow(&root, b"First"), |entry| follow(entry, b"Next"));
        let titles: Vec<_> =
            entries.map(|entry| entry.get(b"Title").unwrap().as_str().unwrap().to_vec()).collect();
        let labels: Vec<_> = form.outline().iter().map(|(label, ..)| utf16(label)).collect();
        assert_eq!(titles, labels);
        assert!(titles.len() > 1);
    }

    #[test]
    fn every_font_is_embedded_with_its_table_of_glyphs() {
        let file = written(&form());
        let fonts: Vec<_> = file
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok()?.get(b"DescendantFonts").ok()?.as_array().ok())
            .collect();
        assert!(fonts.len() > 1);
        for font in fonts {
            let font = font[0].as_dict().unwrap();
            let table = font.get(b"CIDToGIDMap").and_then(Object::as_reference).unwrap();
            assert!(file.get_object(table).unwrap().as_stream().is_ok());
            let descriptor = font.get(b"FontDescriptor").and_then(Object::as_reference).unwrap();
            assert!(file.get_dictionary(descriptor).unwrap().has(b"FontFile2"));
        }
    }
}
