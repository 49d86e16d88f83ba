//! The numbers that Word counts itself before the paragraphs of a list.

use std::collections::HashMap;

use mulu_model::chinese_number;

use super::super::{
    archive::Archive,
    error::{Fault, Measure},
    limits,
    xml::{Node, attribute, name, number},
};

/// Levels of a list.
const LEVELS: usize = 9;

/// The lists of a document and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// By the number of the list: its pattern.
    lists: HashMap<String, String>,
    patterns: HashMap<String, Vec<Level>>,
    counts: HashMap<String, [usize; LEVELS]>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: usize,
    format: String,
    /// Such as `%1、`.
    text: String,
}

impl Numbering {
    /// Reads the lists; none if the document has none.
    pub(super) fn read(archive: &mut Archive, path: &str) -> Result<Self, Fault> {
        let mut numbering = Self::default();
        let Some(mut xml) = archive.xml(path)? else { return Ok(numbering) };
        let mut pattern = String::new();
        let mut list = None;
        loop {
            match xml.next()? {
                Node::Open(element) => {
                    let value = || attribute(&element, "val").unwrap_or_default().into_owned();
                    let levels = numbering.patterns.get_mut(&pattern);
                    match name(&element) {
                        "abstractNum" => {
                            pattern = attribute(&element, "abstractNumId").unwrap_or_default().into_owned();
                            numbering.patterns.insert(pattern.clone(), Vec::new());
                            if numbering.patterns.len() > limits::TABLES {
                                return Err(Fault::TooLarge(Measure::Lines));
                            }
                        }
                        "num" => list = attribute(&element, "numId").map(|id| id.into_owned()),
                        "abstractNumId" => {
                            if let Some(list) = list.take().filter(|_| numbering.lists.len() < limits::TABLES)
                            {
                                numbering.lists.insert(list, value());
                            }
                        }
                        "lvlOverride" => xml.skip()?,
                        "lvl" => {
                            if let Some(levels) = levels.filter(|levels| levels.len() < LEVELS) {
                                levels.push(Level { start: 1, ..Level::default() });
                            }
                        }
                        "start" => {
                            if let Some(level) = levels.and_then(|levels| levels.last_mut()) {
                                level.start = number(&element, "val").unwrap_or(1);
                            }
                        }
                        "numFmt" => {
                            if let Some(level) = levels.and_then(|levels| levels.last_mut()) {
                                level.format = value();
                            }
                        }
                        "lvlText" => {
                            if let Some(level) = levels.and_then(|levels| levels.last_mut()) {
                                level.text = value().chars().take(LEVELS * 4).collect();
                            }
                        }
                        _ => {}
                    }
                }
                Node::End => return Ok(numbering),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    /// The label of the next paragraph of a list; empty for bullets and for what counts in an unknown way.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        let Some(pattern) = self.lists.get(list) else { return String::new() };
        let Some(levels) = self.patterns.get(pattern) else { return String::new() };
        let Some(own) = levels.get(level) else { return String::new() };
        let counts = self.counts.entry(pattern.clone()).or_default();
        counts[level] = if counts[level] == 0 { own.start.max(1) } else { counts[level].saturating_add(1) };
        counts[level + 1..].fill(0);
        let mut label = own.text.clone();
        for (index, (level, count)) in levels.iter().zip(*counts).enumerate() {
            let place = format!("%{}", index + 1);
            if label.contains(&place) {
                let Some(shown) = level.shown(count.max(1)) else { return String::new() };
                label = label.replace(&place, &shown);
            }
        }
        if own.format == "bullet" || own.format == "none" { String::new() } else { label }
    }
}

impl Level {
    fn shown(&self, count: usize) -> Option<String> {
        Some(match self.format.as_str() {
            "decimal" | "" => count.to_string(),
            "decimalZero" => format!("{count:02}"),
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "ideographDigital"
            | "taiwaneseCounting" => chinese_number(count),
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if count <= 20 => {
                char::from_u32(0x245f + count as u32)?.to_string()
            }
            "lowerLetter" if count <= 26 => char::from(b'a' + count as u8 - 1).to_string(),
            "upperLetter" if count <= 26 => char::from(b'A' + count as u8 - 1).to_string(),
            _ => return None,
        })
    }
}
