//! Numbers as a spreadsheet's number format shows them.

mod date;
mod parse;

pub(super) use date::Epoch;
use mulu_model::chinese_number;
use parse::{Numerals, Pattern, Section, Token};

/// A number format.
#[derive(Debug, Clone, Default)]
pub(super) struct NumberFormat {
    sections: Vec<Section>,
}

impl NumberFormat {
    /// The format that a workbook writes out.
    pub(super) fn new(code: &str) -> Self {
        Self { sections: parse::sections(code) }
    }

    /// The format that every workbook has under this number.
    pub(super) fn built_in(number: u32) -> Self {
        Self::new(match number {
            1 => "0",
            2 => "0.00",
            3 | 37 | 38 => "#,##0",
            4 | 39 | 40 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            11 => "0.00E+00",
            14 => "yyyy-mm-dd",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 => "h:mm AM/PM",
            19 => "h:mm:ss AM/PM",
            20 => "h:mm",
            21 => "h:mm:ss",
            22 => "yyyy-mm-dd h:mm",
            // From here on as Chinese programs have them.
            27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
            28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
            30 => "m-d-yy",
            31 => "yyyy\"年\"m\"月\"d\"日\"",
            32 => "h\"时\"mm\"分\"",
            33 => "h\"时\"mm\"分\"ss\"秒\"",
            34 | 55 => "上午/下午h\"时\"mm\"分\"",
            35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
            45 => "mm:ss",
            46 => "[h]:mm:ss",
            47 => "mm:ss.0",
            48 => "##0.0E+0",
            _ => "",
        })
    }

    /// The text of a value.
    pub(super) fn show(&self, value: f64, epoch: Epoch) -> String {
        let (section, value) = match self.sections.as_slice() {
            [] => return general(value),
            sections => chosen(sections, value),
        };
        let Some(section) = section else { return general(value) };
        match &section.pattern {
            Pattern::Date => date::show(section, value, epoch).unwrap_or_else(|| general(value)),
            Pattern::General | Pattern::Fraction => {
                with_literals(section, &general_in(section.numerals, value))
            }
            Pattern::Literal => with_literals(section, ""),
            Pattern::Number => with_literals(section, &decimal(section, value)),
            Pattern::Exponent => with_literals(section, &exponent(section, value)),
        }
    }
}

/// The section for a value, and the value it shows: the second one shows negative values without their sign.
fn chosen(sections: &[Section], value: f64) -> (Option<&Section>, f64) {
    if sections.iter().any(|section| section.condition.is_some()) {
        let found =
            sections.iter().find(|section| section.condition.is_none_or(|holds| holds.is_true(value)));
        return (found, value);
    }
    match sections {
        [_, negative, ..] if value < 0.0 => (Some(negative), -value),
        [_, _, zero, ..] if value == 0.0 => (Some(zero), value),
        [first, ..] => (Some(first), value),
        [] => (None, value),
    }
}

/// The text of a number in a cell without a format: as many digits as a cell shows, but a whole number whole.
pub(super) fn general(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}").replace("-0", if value == 0.0 { "0" } else { "-0" });
    }
    let magnitude = value.abs().log10().floor();
    if !(-9.0..15.0).contains(&magnitude) {
        let text = format!("{value:.5E}");
        let (mantissa, power) = text.split_once('E').unwrap_or((&text, "0"));
        let sign = if power.starts_with('-') { "" } else { "+" };
        return format!("{}E{sign}{power}", without_zeros(mantissa));
    }
    let decimals = (9.0 - magnitude).clamp(0.0, 18.0) as usize;
    without_zeros(&format!("{value:.decimals$}")).to_owned()
}

fn without_zeros(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

fn general_in(numerals: Numerals, value: f64) -> String {
    let is_counted = value.fract() == 0.0 && (0.0..100_000.0).contains(&value);
    if numerals == Numerals::Chinese && is_counted {
        return chinese_number(value as usize);
    }
    general(value)
}

/// Sets the digits where the section has its first place for one, and its words around them.
fn with_literals(section: &Section, digits: &str) -> String {
    let mut text = String::new();
    let mut digits = Some(digits);
    for token in &section.tokens {
        match token {
            Token::Literal(literal) => text.push_str(literal),
            Token::Percent => text.push('%'),
            Token::Digit(_) | Token::Point | Token::General => text.push_str(digits.take().unwrap_or("")),
            Token::Date(_) | Token::Comma | Token::Exponent => {}
        }
    }
    text
}

/// What the places for digits of a section ask for.
struct Places {
    /// Digits before the point, at least.
    whole: usize,
    /// Digits behind the point, at most.
    decimals: usize,
    /// Digits behind the point, at least.
    fixed: usize,
    has_thousands: bool,
    /// By what the value is multiplied.
    scale: f64,
}

impl Places {
    fn new(section: &Section) -> Self {
        let mut places = Self { whole: 0, decimals: 0, fixed: 0, has_thousands: false, scale: 1.0 };
        let mut is_behind = false;
        let mut commas = 0;
        for token in &section.tokens {
            match token {
                Token::Point => is_behind = true,
                Token::Percent => places.scale *= 100.0,
                Token::Comma => commas += 1,
                Token::Digit(place) => {
                    places.has_thousands |= commas > 0 && !is_behind;
                    commas = 0;
                    if is_behind {
                        places.decimals = (places.decimals + 1).min(30);
                        places.fixed = if *place == '0' { places.decimals } else { places.fixed };
                    } else if *place == '0' {
                        places.whole = (places.whole + 1).min(30);
                    }
                }
                Token::Exponent => break,
                Token::Literal(_) | Token::General | Token::Date(_) => {}
            }
        }
        places.scale /= 1000f64.powi(commas);
        places
    }
}

fn decimal(section: &Section, value: f64) -> String {
    let places = Places::new(section);
    let text = format!("{:.*}", places.decimals, (value * places.scale).abs());
    let (whole, behind) = text.split_once('.').unwrap_or((&text, ""));
    let whole = whole.trim_start_matches('0');
    let mut whole = format!("{whole:0>width$}", width = places.whole);
    if places.has_thousands {
        whole = grouped(&whole);
    }
    let mut behind = behind;
    while behind.len() > places.fixed && behind.ends_with('0') {
        behind = &behind[..behind.len() - 1];
    }
    let is_zero = whole.bytes().chain(behind.bytes()).all(|byte| matches!(byte, b'0' | b','));
    if numerals_apply(section, &places) && value >= 0.0 {
        return general_in(section.numerals, (value * places.scale).round());
    }
    let sign = if value < 0.0 && !is_zero { "-" } else { "" };
    let point = if behind.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{behind}")
}

fn numerals_apply(section: &Section, places: &Places) -> bool {
    section.numerals == Numerals::Chinese && places.decimals == 0 && places.whole <= 1
}

fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn exponent(section: &Section, value: f64) -> String {
    let places = Places::new(section);
    let text = format!("{:.*E}", places.decimals, value);
    let (mantissa, power) = text.split_once('E').unwrap_or((&text, "0"));
    let (sign, power) = power.strip_prefix('-').map_or(('+', power), |power| ('-', power));
    format!("{mantissa}E{sign}{power:0>2}")
}
