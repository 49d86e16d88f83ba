//! Column widths. Marks and numbers get what they need; what is left of the paper goes, bit by bit, to the
//! column that makes the whole table lowest with it, so that no column of boxes makes every page a single
//! item. Lines are estimated here from the widths of paragraphs; exact breaking comes after.

use crate::{
    fonts::Style,
    paper::TextMeasures,
    sheet::{Column, GAP, Kind, Sheet},
    text::{GAP_WIDTH, width_of},
};

/// At most so many rows are looked at; beyond that the table's shape is known.
const SAMPLE: usize = 160;
/// By how much a column is widened at a time, in font sizes. Larger steps reach over the plateaus between one
/// line less and the next.
const STEPS: [f32; 5] = [0.5, 1.0, 2.0, 4.0, 8.0];
/// What breaking loses at the end of a line on average, in thousandths of the font size.
const RAGGED: u32 = 450;
/// No table is printed smaller than this, in points.
const SMALLEST: f32 = 5.0;

/// The widths of the columns, which add up to `available`, and the measures of the text, smaller than asked
/// where the columns would otherwise not fit.
pub(crate) fn fit(sheet: &Sheet, text: TextMeasures, available: f32) -> (Vec<f32>, TextMeasures) {
    let demands: Vec<Demand> = sheet
        .columns
        .iter()
        .zip(&sheet.cells)
        .map(|(column, cells)| Demand::new(column, cells, sheet))
        .collect();
    let least = |text: &TextMeasures| demands.iter().map(|d| text.outer(d.least)).sum::<f32>();
    let text = match least(&text) {
        total if total > available => TextMeasures::new((text.size * available / total).max(SMALLEST)),
        _ => text,
    };
    let mut widths: Vec<f32> = demands.iter().map(|demand| text.outer(demand.least)).collect();
    let spare = available - widths.iter().sum::<f32>();
    if spare > 0.0 {
        share(&demands, &mut widths, &text, spare);
    }
    for (left, _) in sheet.columns.iter().enumerate().filter(|(_, column)| column.is_as_wide_as_next) {
        let half = (widths[left] + widths[left + 1]) / 2.0;
        widths[left..left + 2].fill(half);
    }
    let total: f32 = widths.iter().sum();
    widths.iter_mut().for_each(|width| *width *= available / total);
    (widths, text)
}

/// What one column wants.
struct Demand {
    /// Its least width in font sizes.
    least: f32,
    /// Whether room that nobody needs may go to it.
    takes_rest: bool,
    /// The cell of every sampled row.
    cells: Vec<Sample>,
}

/// A cell of one sampled row.
struct Sample {
    /// Widths of its paragraphs, or of its boxes; in thousandths of the font size.
    pieces: Vec<u32>,
    are_boxes: bool,
    /// How many rows share the cell's lines.
    span: f32,
}

impl Demand {
    fn new(column: &Column, cells: &[crate::sheet::Cell], sheet: &Sheet) -> Self {
        let stride = sheet.rows.len().div_ceil(SAMPLE).max(1);
        let mut sampled: Vec<Sample> = Vec::new();
        let mut cell = 0;
        for row in (0..sheet.rows.len()).step_by(stride) {
            while cells[cell].rows().end <= row {
                cell += 1;
            }
            sampled.push(Sample::new(&cells[cell].text, cells[cell].span));
        }
        let natural = sampled.iter().map(Sample::natural).max().unwrap_or(0) as f32 / 1000.0;
        let widest_box = sampled.iter().filter(|s| s.are_boxes).flat_map(|s| &s.pieces).max().copied();
        let title = column.header.last().map_or(0, |word| width_of(word, Style::Strong)) as f32 / 1000.0;
        // Headers of two lines are usual, so half the header's width is enough for it.
        let stacked = (title / 2.0).ceil().clamp(2.0, 3.0);
        let least = match column.kind {
            Kind::Narrow => stacked.max(natural.min(3.0)),
            _ if natural == 0.0 => stacked,
            Kind::Name => natural.clamp(stacked, if column.is_group() { 4.0 } else { 6.0 }),
            Kind::Text => natural.clamp(stacked, 5.0),
            // The widest box should not be cut, unless it alone would fill the page.
            Kind::Boxes => widest_box.map_or(5.0, |w| w as f32 / 1000.0 + 0.1).clamp(stacked, 14.0),
        };
        let least = least.max(column.least);
        Self { least, takes_rest: column.kind != Kind::Narrow && natural > 0.0, cells: sampled }
    }
}

impl Sample {
    fn new(text: &str, span: usize) -> Self {
        let are_boxes = text.contains(GAP);
        let pieces = text.split(if are_boxes { GAP } else { '\n' });
        Self { pieces: pieces.map(|p| width_of(p, Style::Body)).collect(), are_boxes, span: span as f32 }
    }

    fn natural(&self) -> u32 {
        self.pieces.iter().max().copied().unwrap_or(0)
    }

    /// The lines that the cell gives to its row at this width, in thousandths of the font size.
    fn lines(&self, inner: u32) -> f32 {
        let inner = inner.max(1000);
        let lines = if self.are_boxes { self.lines_of_boxes(inner) } else { self.lines_of_paragraphs(inner) };
        lines as f32 / self.span
    }

    fn lines_of_paragraphs(&self, inner: u32) -> u32 {
        let usable = inner.saturating_sub(RAGGED).max(1);
        self.pieces.iter().map(|width| if *width <= inner { 1 } else { width.div_ceil(usable) }).sum()
    }

    fn lines_of_boxes(&self, inner: u32) -> u32 {
        let (mut lines, mut used) = (1, 0);
        for width in &self.pieces {
            if used > 0 && used + GAP_WIDTH + width > inner {
                lines += 1;
                used = 0;
            }
            used += if used > 0 { GAP_WIDTH + width } else { *width };
            lines += used / (inner + 1);
            used %= inner + 1;
        }
        lines
    }
}

/// A soft maximum: the tallest cell decides a row's height, but a column that is nearly as tall counts too.
/// Without that, two tall columns would block each other and neither would ever be widened.
fn soft(lines: f32) -> f64 {
    f64::from(lines).powi(8)
}

fn share(demands: &[Demand], widths: &mut [f32], text: &TextMeasures, mut spare: f32) {
    let rows = demands.first().map_or(0, |demand| demand.cells.len());
    let column_of = |demand: &Demand, width: f32| -> Vec<f64> {
        demand.cells.iter().map(|cell| soft(cell.lines(text.inner(width)))).collect()
    };
    let mut softs: Vec<Vec<f64>> = demands.iter().zip(&*widths).map(|(d, w)| column_of(d, *w)).collect();
    let mut sums: Vec<f64> = (0..rows).map(|row| softs.iter().map(|column| column[row]).sum()).collect();
    let height = |sum: f64| sum.max(0.0).sqrt().sqrt().sqrt();
    while spare > 0.0 {
        let mut best: Option<(f64, usize, f32)> = None;
        for (column, demand) in demands.iter().enumerate() {
            for step in STEPS.map(|ems| ems * text.size).into_iter().filter(|step| *step <= spare) {
                let inner = text.inner(widths[column] + step);
                let gain = (0..rows)
                    .map(|row| {
                        let changed = sums[row] - softs[column][row] + soft(demand.cells[row].lines(inner));
                        height(sums[row]) - height(changed)
                    })
                    .sum::<f64>()
                    / f64::from(step);
                if gain > 1e-4 && best.is_none_or(|(most, ..)| gain > most) {
                    best = Some((gain, column, step));
                }
            }
        }
        let Some((_, column, step)) = best else { break };
        widths[column] += step;
        spare -= step;
        let changed = column_of(&demands[column], widths[column]);
        for row in 0..rows {
            sums[row] += changed[row] - softs[column][row];
        }
        softs[column] = changed;
    }
    let takers: f32 = demands.iter().zip(&*widths).filter(|(d, _)| d.takes_rest).map(|(_, w)| *w).sum();
    if takers > 0.0 {
        let factor = 1.0 + spare / takers;
        demands.iter().zip(widths).filter(|(d, _)| d.takes_rest).for_each(|(_, width)| *width *= factor);
    }
}
