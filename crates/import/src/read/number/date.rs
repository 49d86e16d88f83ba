//! Days and times of a spreadsheet.

use mulu_model::chinese_number;

use super::parse::{DatePart, Numerals, Section, Token};

/// From which day a workbook counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::read) enum Epoch {
    /// 1 January 1900 is day 1, and 1900 is taken for a leap year.
    #[default]
    Year1900,
    /// 1 January 1904 is day 0.
    Year1904,
}

/// A moment on the calendar.
struct Moment {
    year: i64,
    month: i64,
    day: i64,
    /// 0 is Sunday.
    weekday: i64,
    hour: i64,
    minute: i64,
    second: i64,
    /// Seconds since the day that the workbook counts from.
    seconds: f64,
}

/// Days from 1 January 1970 back to day 0 of each epoch, when it counts without the day that never was.
const DAYS_1900: i64 = 25_569;
const DAYS_1904: i64 = 24_107;
/// The day after 31 December 9999.
const LAST: f64 = 2_958_466.0;

impl Moment {
    fn new(serial: f64, epoch: Epoch, has_fractions: bool) -> Option<Self> {
        if !(0.0..LAST).contains(&serial) {
            return None;
        }
        let seconds = serial * 86_400.0;
        let whole = if has_fractions { (seconds + 1e-6).floor() } else { seconds.round() } as i64;
        let (days, of_day) = (whole / 86_400, whole % 86_400);
        let since_1970 = match epoch {
            // Days before March 1900 are counted one too few, because of 29 February 1900.
            Epoch::Year1900 => days - DAYS_1900 + i64::from(days < 60),
            Epoch::Year1904 => days - DAYS_1904,
        };
        let (year, month, day) = civil(since_1970);
        Some(Self {
            year,
            month,
            day,
            weekday: (since_1970 + 4).rem_euclid(7),
            hour: of_day / 3_600,
            minute: of_day / 60 % 60,
            second: of_day % 60,
            seconds,
        })
    }
}

/// Year, month and day of a number of days since 1 January 1970, counted in eras of 400 years that begin in March.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The value as a date or time; `None` if it is beyond the calendar.
pub(super) fn show(section: &Section, value: f64, epoch: Epoch) -> Option<String> {
    let parts = || {
        section.tokens.iter().filter_map(|token| match token {
            Token::Date(part) => Some(*part),
            _ => None,
        })
    };
    let has_fractions = parts().any(|part| matches!(part, DatePart::Fraction(_)));
    let is_halved = parts().any(|part| matches!(part, DatePart::Half | DatePart::ChineseHalf));
    let moment = Moment::new(value, epoch, has_fractions)?;
    let mut text = String::new();
    for token in &section.tokens {
        match token {
            Token::Literal(literal) => text.push_str(literal),
            Token::Date(part) => text.push_str(&shown(*part, &moment, is_halved, section.numerals)),
            Token::Percent => text.push('%'),
            // What stands for digits has nothing to show beside a date.
            Token::Digit(_) | Token::Point | Token::Comma | Token::Exponent | Token::General => {}
        }
    }
    Some(text)
}

fn shown(part: DatePart, moment: &Moment, is_halved: bool, numerals: Numerals) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const WEEKDAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];
    let month_name = MONTHS.get(moment.month as usize - 1).copied().unwrap_or_default();
    let hour = match (is_halved, moment.hour % 12) {
        (true, 0) => 12,
        (true, hour) => hour,
        (false, _) => moment.hour,
    };
    match part {
        DatePart::Year(1 | 2) => two(moment.year % 100),
        DatePart::Year(_) if numerals == Numerals::Chinese => digits(moment.year),
        DatePart::Year(_) => moment.year.to_string(),
        DatePart::Month(3) => month_name[..3].to_owned(),
        DatePart::Month(4) => month_name.to_owned(),
        DatePart::Month(5) => month_name[..1].to_owned(),
        DatePart::Month(letters) => counted(moment.month, letters, numerals),
        DatePart::Day(letters) => counted(moment.day, letters, numerals),
        DatePart::Hour(letters) => counted(hour, letters, numerals),
        DatePart::Minute(letters) => counted(moment.minute, letters, numerals),
        DatePart::Second(letters) => counted(moment.second, letters, numerals),
        DatePart::AllHours => ((moment.seconds.round() as i64) / 3_600).to_string(),
        DatePart::AllMinutes => ((moment.seconds.round() as i64) / 60).to_string(),
        DatePart::Fraction(digits) => {
            let text = format!("{:.*}", digits.min(6), moment.seconds.fract());
            text.get(1..).unwrap_or_default().to_owned()
        }
        DatePart::Half => if moment.hour < 12 { "AM" } else { "PM" }.to_owned(),
        DatePart::ChineseHalf => if moment.hour < 12 { "上午" } else { "下午" }.to_owned(),
        DatePart::Weekday { is_long } => {
            let name = WEEKDAYS.get(moment.weekday as usize).copied().unwrap_or_default();
            format!("{}{name}", if is_long { "星期" } else { "周" })
        }
    }
}

fn counted(number: i64, letters: usize, numerals: Numerals) -> String {
    match (numerals, letters) {
        (Numerals::Chinese, _) => chinese_number(number.unsigned_abs() as usize),
        (Numerals::Arabic, 1) => number.to_string(),
        (Numerals::Arabic, _) => two(number),
    }
}

fn two(number: i64) -> String {
    format!("{number:02}")
}

/// A year digit by digit: 二〇二二.
fn digits(year: i64) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    year.to_string().bytes().filter_map(|byte| DIGITS.get(usize::from(byte.wrapping_sub(b'0')))).collect()
}
