//! Dates as the forms write them.

use jiff::civil::Date;

/// Reads `YYYY-MM-DD`; `None` for anything else, real days only.
pub fn parse_date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.year() > 0 && date.to_string() == text).then_some(date)
}

/// The date as the sign-off line prints it: `2022年12月18日`.
pub fn long_date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_days_in_the_iso_form_are_dates() {
        assert_eq!(parse_date("2022-12-18").map(long_date).as_deref(), Some("2022年12月18日"));
        for bad in ["2022-2-3", "2022-02-30", "20221218", "", "2022-12-18T00:00", "-000001-01-01"] {
            assert_eq!(parse_date(bad), None, "{bad:?} was taken");
        }
    }
}
