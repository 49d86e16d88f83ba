//! Taking a number format apart.

/// One of up to four parts of a format: for positive values, negative ones, zero, and texts.
#[derive(Debug, Clone)]
pub(super) struct Section {
    pub(super) tokens: Vec<Token>,
    pub(super) pattern: Pattern,
    pub(super) condition: Option<Condition>,
    pub(super) numerals: Numerals,
}

/// What a section shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pattern {
    General,
    Number,
    Exponent,
    /// Such as `# ?/?`; shown as a number without a format.
    Fraction,
    Date,
    /// Nothing of the value.
    Literal,
}

/// In which numerals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Numerals {
    #[default]
    Arabic,
    /// 一, 二 …, as DBNum1 asks for.
    Chinese,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    Exponent,
    General,
    Date(DatePart),
}

/// A part of a date or time, with how many letters it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DatePart {
    Year(usize),
    Month(usize),
    Day(usize),
    Hour(usize),
    Minute(usize),
    Second(usize),
    /// Hours of the whole span and not of the day.
    AllHours,
    /// Minutes of the whole span.
    AllMinutes,
    /// Digits behind the second.
    Fraction(usize),
    /// AM or PM.
    Half,
    /// 上午 or 下午.
    ChineseHalf,
    /// 星期一, or 周一.
    Weekday {
        is_long: bool,
    },
}

/// A condition that a section names in brackets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Condition {
    comparison: Comparison,
    bound: f64,
}

#[derive(Debug, Clone, Copy)]
enum Comparison {
    Less,
    LessOrEqual,
    Equal,
    Unequal,
    Greater,
    GreaterOrEqual,
}

impl Condition {
    fn parse(text: &str) -> Option<Self> {
        use Comparison::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, Unequal};
        let signs = [
            ("<=", LessOrEqual),
            (">=", GreaterOrEqual),
            ("<>", Unequal),
            ("<", Less),
            (">", Greater),
            ("=", Equal),
        ];
        let (comparison, bound) = signs.iter().find_map(|(sign, c)| Some((*c, text.strip_prefix(sign)?)))?;
        Some(Self { comparison, bound: bound.trim().parse().ok()? })
    }

    pub(super) fn is_true(self, value: f64) -> bool {
        match self.comparison {
            Comparison::Less => value < self.bound,
            Comparison::LessOrEqual => value <= self.bound,
            Comparison::Equal => value == self.bound,
            Comparison::Unequal => value != self.bound,
            Comparison::Greater => value > self.bound,
            Comparison::GreaterOrEqual => value >= self.bound,
        }
    }
}

/// The sections of a format; none if it shows everything as it is.
pub(super) fn sections(code: &str) -> Vec<Section> {
    let characters: Vec<char> = code.chars().take(MOST).collect();
    let mut sections = Vec::new();
    let mut parser = Parser { characters: &characters, at: 0 };
    while parser.at < characters.len() {
        sections.push(parser.section());
    }
    sections
}

/// Characters of a format that are looked at; programs allow 255.
const MOST: usize = 256;

struct Parser<'a> {
    characters: &'a [char],
    at: usize,
}

impl Parser<'_> {
    fn next(&mut self) -> Option<char> {
        let character = self.characters.get(self.at).copied();
        self.at += 1;
        character
    }

    /// Takes a word that stands here, whatever its case.
    fn takes(&mut self, word: &str) -> bool {
        let length = word.chars().count();
        let here = self.characters.get(self.at..self.at + length);
        let is_here =
            here.is_some_and(|here| here.iter().zip(word.chars()).all(|(a, b)| a.eq_ignore_ascii_case(&b)));
        if is_here {
            self.at += length;
        }
        is_here
    }

    /// How often the letter stands here and behind, with the first that was taken.
    fn run(&mut self, letter: char) -> usize {
        let rest = self.characters.get(self.at..).unwrap_or_default();
        let more = rest.iter().take_while(|c| c.eq_ignore_ascii_case(&letter)).count();
        self.at += more;
        more + 1
    }

    fn section(&mut self) -> Section {
        let mut section = Section {
            tokens: Vec::new(),
            pattern: Pattern::Literal,
            condition: None,
            numerals: Numerals::Arabic,
        };
        loop {
            if self.takes("General") || self.takes("G/通用格式") {
                section.tokens.push(Token::General);
                continue;
            }
            if self.takes("AM/PM") || self.takes("A/P") {
                section.tokens.push(Token::Date(DatePart::Half));
                continue;
            }
            if self.takes("上午/下午") {
                section.tokens.push(Token::Date(DatePart::ChineseHalf));
                continue;
            }
            match self.next() {
                None | Some(';') => break,
                Some('[') => self.bracket(&mut section),
                Some(character) => section.tokens.extend(self.token(character)),
            }
        }
        tell_minutes(&mut section.tokens);
        section.pattern = pattern(&section.tokens);
        if section.pattern == Pattern::Fraction {
            (section.tokens, section.pattern) = (vec![Token::General], Pattern::General);
        }
        if section.pattern == Pattern::Date {
            take_fractions(&mut section.tokens);
        }
        section
    }

    fn token(&mut self, character: char) -> Option<Token> {
        Some(match character {
            '"' => {
                let rest = self.characters.get(self.at..).unwrap_or_default();
                let literal: String = rest.iter().take_while(|&&c| c != '"').collect();
                self.at += literal.chars().count() + 1;
                Token::Literal(literal)
            }
            '\\' | '!' => Token::Literal(self.next()?.into()),
            // A space as wide as the character behind.
            '_' => {
                self.next();
                Token::Literal(" ".into())
            }
            // The character behind fills the cell.
            '*' => {
                self.next();
                return None;
            }
            '0' | '#' | '?' => Token::Digit(character),
            '.' => Token::Point,
            ',' => Token::Comma,
            '%' => Token::Percent,
            'E' | 'e' if matches!(self.characters.get(self.at), Some('+' | '-')) => {
                self.next();
                Token::Exponent
            }
            '@' => Token::General,
            'y' | 'Y' | 'e' | 'E' => Token::Date(DatePart::Year(self.run(character))),
            'm' | 'M' => Token::Date(DatePart::Month(self.run(character))),
            'd' | 'D' => match self.run(character) {
                letters @ (1 | 2) => Token::Date(DatePart::Day(letters)),
                letters => Token::Date(DatePart::Weekday { is_long: letters > 3 }),
            },
            'a' | 'A' => Token::Date(DatePart::Weekday { is_long: self.run(character) > 3 }),
            'h' | 'H' => Token::Date(DatePart::Hour(self.run(character))),
            's' | 'S' => Token::Date(DatePart::Second(self.run(character))),
            other => Token::Literal(other.into()),
        })
    }

    /// A colour, a condition, a language, numerals, or a span of time.
    fn bracket(&mut self, section: &mut Section) {
        let rest = self.characters.get(self.at..).unwrap_or_default();
        let inner: String = rest.iter().take_while(|&&c| c != ']').collect();
        self.at += inner.chars().count() + 1;
        let lower = inner.to_ascii_lowercase();
        match lower.as_str() {
            "h" | "hh" => section.tokens.push(Token::Date(DatePart::AllHours)),
            "m" | "mm" => section.tokens.push(Token::Date(DatePart::AllMinutes)),
            "dbnum1" | "dbnum2" => section.numerals = Numerals::Chinese,
            _ => {}
        }
        if let Some(currency) = inner.strip_prefix('$') {
            let sign = currency.split_once('-').map_or(currency, |(sign, _)| sign);
            section.tokens.push(Token::Literal(sign.to_owned()));
        }
        if let Some(condition) = Condition::parse(&inner) {
            section.condition = Some(condition);
        }
    }
}

/// A month behind hours or before seconds is a minute.
fn tell_minutes(tokens: &mut [Token]) {
    let dates: Vec<usize> = (0..tokens.len()).filter(|&at| matches!(tokens[at], Token::Date(_))).collect();
    for (order, &at) in dates.iter().enumerate() {
        let Token::Date(DatePart::Month(letters @ (1 | 2))) = tokens[at] else { continue };
        let before = order.checked_sub(1).map(|order| &tokens[dates[order]]);
        let after = dates.get(order + 1).map(|&at| &tokens[at]);
        let is_behind_hour = matches!(before, Some(Token::Date(DatePart::Hour(_) | DatePart::AllHours)));
        if is_behind_hour || matches!(after, Some(Token::Date(DatePart::Second(_)))) {
            tokens[at] = Token::Date(DatePart::Minute(letters));
        }
    }
}

/// A point with zeros behind the seconds is a fraction of them.
fn take_fractions(tokens: &mut Vec<Token>) {
    let mut kept: Vec<Token> = Vec::new();
    for token in tokens.drain(..) {
        match (&token, kept.last_mut()) {
            (Token::Point, Some(Token::Date(DatePart::Second(_)))) => {
                kept.push(Token::Date(DatePart::Fraction(0)));
            }
            (Token::Digit('0'), Some(Token::Date(DatePart::Fraction(digits)))) => *digits += 1,
            (Token::Point, _) => kept.push(Token::Literal(".".into())),
            (Token::Comma, _) => kept.push(Token::Literal(",".into())),
            _ => kept.push(token),
        }
    }
    *tokens = kept;
}

fn pattern(tokens: &[Token]) -> Pattern {
    let has = |test: fn(&Token) -> bool| tokens.iter().any(test);
    if has(|token| matches!(token, Token::Date(_))) {
        Pattern::Date
    } else if has(|token| matches!(token, Token::Exponent)) {
        Pattern::Exponent
    } else if has(|token| matches!(token, Token::Digit(_))) {
        let is_fraction = has(|token| *token == Token::Literal("/".into()));
        if is_fraction { Pattern::Fraction } else { Pattern::Number }
    } else if has(|token| matches!(token, Token::General)) {
        Pattern::General
    } else {
        Pattern::Literal
    }
}
