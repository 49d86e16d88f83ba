//! Paper and measures, all in points from the top left corner of the page.

/// 纸张, always landscape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    /// 420 × 297 mm.
    #[default]
    A3,
    /// 297 × 210 mm.
    A4,
}

/// The sizes of everything on a page that does not follow from the catalogue.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measures {
    pub(crate) page_width: f32,
    pub(crate) page_height: f32,
    /// Left and right of the table.
    pub(crate) side: f32,
    /// Above the title.
    pub(crate) title_top: f32,
    /// Above the table on all pages but the first.
    pub(crate) table_top: f32,
    /// Where the table ends at the latest.
    pub(crate) table_bottom: f32,
    /// Baseline of what stands at the foot of the page.
    pub(crate) foot: f32,
    /// Baseline of the running title and the draft tag.
    pub(crate) head: f32,
    pub(crate) title_size: f32,
    /// Sign-off line and the line right above the table.
    pub(crate) heading_size: f32,
    /// Running title and what stands at the foot.
    pub(crate) small_size: f32,
    pub(crate) text: TextMeasures,
}

/// The sizes within the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextMeasures {
    /// Font size.
    pub(crate) size: f32,
    /// From one line to the next.
    pub(crate) line: f32,
    /// Between a rule and the text beside it.
    pub(crate) pad_x: f32,
    /// Between a rule and the text above or below it.
    pub(crate) pad_y: f32,
}

/// The width of all rules.
pub(crate) const RULE: f32 = 0.5;
/// From one line to the next, in font sizes.
const LINE_HEIGHT: f32 = 1.36;

impl Paper {
    pub(crate) fn measures(self) -> Measures {
        match self {
            Self::A3 => Measures::new(1190.55, 841.89, 1.0, 9.5),
            Self::A4 => Measures::new(841.89, 595.28, 0.75, 7.5),
        }
    }
}

impl Measures {
    fn new(page_width: f32, page_height: f32, scale: f32, size: f32) -> Self {
        Self {
            page_width,
            page_height,
            side: 42.5 * scale,
            title_top: 38.0 * scale,
            table_top: 44.0 * scale,
            table_bottom: page_height - 45.0 * scale,
            foot: page_height - 24.0 * scale,
            head: 30.0 * scale,
            title_size: 22.0 * scale,
            heading_size: 11.0 * scale,
            small_size: 10.0 * scale,
            text: TextMeasures::new(size),
        }
    }

    /// The width of the table.
    pub(crate) fn table_width(&self) -> f32 {
        self.page_width - 2.0 * self.side
    }
}

impl TextMeasures {
    pub(crate) fn new(size: f32) -> Self {
        Self { size, line: size * LINE_HEIGHT, pad_x: size * 0.4, pad_y: size * 0.42 }
    }

    /// The height of a cell with so many lines; an empty cell is as high as one line.
    pub(crate) fn height(&self, lines: usize) -> f32 {
        lines.max(1) as f32 * self.line + 2.0 * self.pad_y
    }

    /// How many lines a cell of this height holds.
    pub(crate) fn lines_in(&self, height: f32) -> usize {
        ((height - 2.0 * self.pad_y) / self.line + 0.001).floor().max(0.0) as usize
    }

    /// The width for text in a cell, in thousandths of the font size.
    pub(crate) fn inner(&self, width: f32) -> u32 {
        ((width - 2.0 * self.pad_x) / self.size * 1000.0).max(0.0) as u32
    }

    /// The width of a cell for a text of so many font sizes.
    pub(crate) fn outer(&self, ems: f32) -> f32 {
        // A hair more, so that rounding never costs the last character of a line.
        (ems + 0.01) * self.size + 2.0 * self.pad_x
    }
}

/// The baseline of text in a line of this height, below the line's top. Ideographs reach from 0.12 below the
/// baseline to 0.88 above it; this centres them.
pub(crate) fn baseline(size: f32, line: f32) -> f32 {
    line / 2.0 + size * 0.38
}
