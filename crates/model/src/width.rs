//! Full and half width.

/// The half-width form of a full-width letter, digit, sign or space, because input methods write either; any other
/// character as it is.
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_two_widths_becomes_narrow_and_the_rest_stays() {
        let narrow: String = "Ａｚ０９（！～）　中A（[".chars().map(half_width).collect();
        assert_eq!(narrow, "Az09(!~) 中A([");
    }
}
