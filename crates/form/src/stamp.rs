//! What every page says of the form's state: that it is a draft, or which version it is, with the code by which a
//! sheet of paper is traced to that version. The code stands there in letters and, for a camera, as a QR code.

use std::ops::Range;

use qrcode::{Color, EcLevel, QrCode};

use crate::{
    fonts::Style,
    paper::{Measures, baseline},
    rectangle::Rectangle,
    text::width_of,
    words,
};

/// 状态: how far the sign-off is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Status {
    /// 草稿: not approved, as every page says. It has no code.
    Draft,
    /// 已审签: every page bears the stamp.
    Approved(Stamp),
}

/// 版本号与核对码: which version of a catalogue a sheet of paper is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// 版本号, counted from 1.
    pub version: u32,
    /// 核对码: a few groups of Latin letters and digits. It is printed as it is given.
    pub check_code: String,
}

/// Before the check code in the QR code, so that whoever scans it sees whose it is.
const SCANNED: &str = "MULU:";
/// The side of a module in points: 0.42 mm, and whole dots of usual printers.
const MODULE: f32 = 1.2;
/// The light modules around a QR code without which no camera finds it.
const QUIET: usize = 4;
/// Between the QR code and the edge of the page in points: printers leave 5 mm blank.
const EDGE: f32 = 14.4;
/// From one line of the stamp to the next, in font sizes.
const LINE: f32 = 1.6;

impl Stamp {
    /// What the QR code says: `MULU:` and the letters and digits of the check code, without what parts its
    /// groups. All capitals and digits take less than half the room of other text.
    pub fn scanned(&self) -> String {
        SCANNED.chars().chain(self.check_code.chars().filter(char::is_ascii_alphanumeric)).collect()
    }

    /// Version and check code as they are printed.
    pub(crate) fn words(&self) -> [String; 2] {
        [words::version(self.version), words::check_code(&self.check_code)]
    }
}

/// The modules of a QR code.
#[derive(Debug)]
pub(crate) struct Modules {
    /// Modules in a row, and rows.
    side: usize,
    dark: Vec<bool>,
}

impl Modules {
    /// The smallest code that can be read with an eighth of it lost; `None` for a text longer than any code.
    pub(crate) fn new(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Self { side: code.width(), dark })
    }

    /// Row by row the dark modules that stand side by side.
    fn runs(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.dark.chunks(self.side).enumerate().flat_map(|(row, modules)| {
            let mut at = 0;
            modules.chunk_by(|a, b| a == b).filter_map(move |run| {
                at += run.len();
                run[0].then(|| (row, at - run.len()..at))
            })
        })
    }

    /// The side in points, with the light modules around it.
    pub(crate) fn side_with_quiet(&self) -> f32 {
        (self.side + 2 * QUIET) as f32 * MODULE
    }

    /// A picture in two colours as a BMP file, with the light modules around the code.
    pub(crate) fn bitmap(&self) -> Vec<u8> {
        const PIXELS: usize = 8;
        const HEADER: usize = 62;
        let whole = self.side + 2 * QUIET;
        let is_dark = |row: usize, column: usize| {
            let (row, column) = (row.wrapping_sub(QUIET), column.wrapping_sub(QUIET));
            row < self.side && column < self.side && self.dark[row * self.side + column]
        };
        // A module is eight pixels wide, which are one byte; rows end at whole words and go from the bottom up.
        let row_bytes = whole.next_multiple_of(4);
        let pixels = whole * PIXELS;
        let mut file = b"BM".to_vec();
        let mut number = |value: usize, bytes: usize| file.extend(&value.to_le_bytes()[..bytes]);
        for (value, bytes) in [(HEADER + pixels * row_bytes, 4), (0, 4), (HEADER, 4)] {
            number(value, bytes);
        }
        // Size of what follows, width, height, planes, bits of a pixel, no compression, and no more to say.
        for (value, bytes) in [(40, 4), (pixels, 4), (pixels, 4), (1, 2), (1, 2)] {
            number(value, bytes);
        }
        [0; 6].into_iter().for_each(|value| number(value, 4));
        // The two colours: white and black.
        number(0xFF_FFFF, 4);
        number(0, 4);
        for row in (0..whole).rev() {
            let mut line = vec![0; row_bytes];
            (0..whole).filter(|column| is_dark(row, *column)).for_each(|column| line[column] = 0xFF);
            file.extend(line.repeat(PIXELS));
        }
        file
    }
}

/// A stamp with its places on the page: the code at the table's right edge, the words to the left of it.
#[derive(Debug)]
pub(crate) struct LaidStamp {
    /// Left end, baseline and text of the lines.
    pub(crate) lines: Vec<(f32, f32, String)>,
    /// The modules of the code.
    pub(crate) code: Vec<Rectangle>,
    /// The left edge of the code with the light modules around it; the words stand before it.
    pub(crate) left: f32,
    /// Above this height nothing has to be kept free.
    pub(crate) top: f32,
}

impl LaidStamp {
    pub(crate) fn new(stamp: &Stamp, measures: &Measures) -> Self {
        let modules = Modules::new(&stamp.scanned());
        let side = modules.as_ref().map_or(0.0, |modules| modules.side as f32 * MODULE);
        let (right, bottom) = (measures.page_width - measures.side, measures.page_height - EDGE);
        let (left, top) = (right - side, bottom - side);
        let place = |(row, columns): (usize, Range<usize>)| Rectangle {
            x: left + columns.start as f32 * MODULE,
            y: top + row as f32 * MODULE,
            width: columns.len() as f32 * MODULE,
            height: MODULE,
        };
        let (size, line) = (measures.small_size, measures.small_size * LINE);
        let words = stamp.words();
        let width_of = |text: &String| width_of(text, Style::Body) as f32 / 1000.0 * size;
        let width = words.iter().map(width_of).fold(0.0, f32::max);
        let quiet = QUIET as f32 * MODULE;
        let x = left - quiet - width;
        let first = (top + bottom - line * words.len() as f32) / 2.0 + baseline(size, line);
        let lines = (0..).zip(words).map(|(index, text)| (x, first + index as f32 * line, text)).collect();
        let code = modules.iter().flat_map(Modules::runs).map(place).collect();
        Self { lines, code, left: left - quiet, top: top - quiet }
    }
}
