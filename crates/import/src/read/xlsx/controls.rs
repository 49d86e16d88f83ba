//! Check boxes that stand over the cells of a sheet: form controls, kept in a drawing of old.

use std::io::BufRead;

use super::super::{
    archive::Archive,
    error::Fault,
    limits,
    mark::check_box,
    sheet::{Budget, Line},
    xml::{Node, Xml, attribute, name},
};

/// The check boxes of a drawing, each as a line for the cell over which it begins, top down. A drawing that cannot
/// be read to its end gives those that come before: programs write it carelessly.
pub(super) fn read(archive: &mut Archive, path: &str, budget: &mut Budget) -> Result<Vec<Line>, Fault> {
    let mut controls = Vec::new();
    let Some(mut xml) = archive.xml(path)? else { return Ok(Vec::new()) };
    match read_shapes(&mut xml, budget, &mut controls) {
        Ok(()) | Err(Fault::Damaged | Fault::Truncated) => {}
        Err(fault) => return Err(fault),
    }
    controls.sort_by_key(|control| (control.row, control.column, control.down, control.right));
    let line = |control: Control| Line {
        row: control.row,
        column: control.column,
        text: format!("{}{}", check_box(control.is_ticked), control.label.trim()),
    };
    Ok(controls.into_iter().map(line).collect())
}

#[derive(Default)]
struct Control {
    row: u32,
    column: u32,
    /// How far below the edge of the row it begins, and right of the edge of the column.
    down: u32,
    right: u32,
    is_check_box: bool,
    is_ticked: bool,
    label: String,
}

/// What the text says that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Label,
    Anchor,
    Checked,
    Other,
}

fn read_shapes<R: BufRead>(
    xml: &mut Xml<R>,
    budget: &mut Budget,
    controls: &mut Vec<Control>,
) -> Result<(), Fault> {
    let mut control = Control::default();
    let mut part = Part::Other;
    loop {
        match xml.next()? {
            Node::Open(element) => match name(&element) {
                "shape" => control = Control::default(),
                "textbox" => part = Part::Label,
                "ClientData" => {
                    let kind = attribute(&element, "ObjectType").unwrap_or_default();
                    control.is_check_box = matches!(&*kind, "Checkbox" | "Radio");
                }
                "Anchor" => part = Part::Anchor,
                "Checked" => part = Part::Checked,
                _ => {}
            },
            Node::Text(text) => match part {
                Part::Label => {
                    budget.bytes(text.len())?;
                    let words: Vec<&str> = text.split_ascii_whitespace().collect();
                    control.label.push_str(&words.join(" "));
                }
                Part::Anchor => control.stand_at(&text),
                Part::Checked => control.is_ticked = text.trim() == "1",
                Part::Other => {}
            },
            Node::Close(name) if name == "textbox" || name == "Anchor" || name == "Checked" => {
                part = Part::Other;
            }
            Node::Close(name) if name == "shape" => {
                let control = std::mem::take(&mut control);
                if control.is_check_box && controls.len() < limits::CONTROLS {
                    controls.push(control);
                }
            }
            Node::End => return Ok(()),
            Node::Close(_) => {}
        }
    }
}

impl Control {
    /// Takes where it begins: column, distance, row, distance; where it ends follows.
    fn stand_at(&mut self, anchor: &str) {
        let numbers: Vec<u32> = anchor.split(',').map_while(|number| number.trim().parse().ok()).collect();
        if let [column, right, row, down, ..] = numbers[..] {
            (self.column, self.right, self.row, self.down) = (column, right, row, down);
        }
    }
}
