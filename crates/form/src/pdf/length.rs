//! Lengths on a page of a PDF.

use printpdf::Pt;

/// A length with two decimals: a seven-thousandth of a millimetre is enough, and files stay small.
pub(super) fn short(points: f32) -> Pt {
    Pt((points * 100.0).round() / 100.0)
}
