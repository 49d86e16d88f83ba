//! 公开时限 taken apart: number, unit, what the days are counted from, and whether it is a limit at all.

use super::{numerals, pattern};

/// One limit of a cell that may have several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Limit {
    /// As written.
    pub(crate) text: String,
    /// How long.
    pub(crate) length: Option<Length>,
    /// What it is counted from.
    pub(crate) event: Event,
    /// What it says.
    pub(crate) kind: Kind,
}

/// A number of days or other units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) number: u32,
    pub(crate) unit: Unit,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    WorkingDay,
    Day,
    Hour,
    Week,
    Month,
    Year,
}

/// What a limit is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    /// Nothing is said.
    None,
    /// The information arises or changes.
    Formed,
    /// A decision is taken.
    Decision,
    /// A budget is approved.
    Approval,
    /// A request is received.
    Application,
    /// Something else that is named.
    Other,
}

/// What a limit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Published within so many days.
    Within,
    /// Published for so many days, or consulted upon.
    Display,
    /// Published before something happens.
    Before,
    /// Published again and again.
    Cycle,
    /// By a day of the year, month or quarter.
    Date {
        /// The month, where it is named.
        month: Option<u32>,
        /// The day, where it is named.
        day: Option<u32>,
    },
    /// Together with another paper, or at a moment that is named.
    Together,
    /// The time that handling, paying or answering may take.
    Handling,
    /// A word without a number.
    Word,
    /// 法律、法规另有规定的，从其规定
    Reservation,
}

pattern!(
    LENGTH = r"(\d+|[一二三四五六七八九十]+)\s*个?\s*(工作日|工作曰|日历日|自然日|小时|星期|周|月|年|日|天)"
);
pattern!(
    DAY_OF_YEAR = r"(\d{1,2}|[一二三四五六七八九十]+)\s*月\s*(?:(\d{1,2}|[一二三四五六七八九十]+)\s*[日号]|底|末|份|上旬|中旬|下旬|[^个])?"
);
pattern!(
    CYCLE = r"每(?:年度?|半年|季度?|月|周|日|天|半月|两年|\d+年|[二三四五]年|\d+个工作日)|\d次/|更新|一次|1次|按季|按月|按年|动态调整"
);
pattern!(DISPLAY = r"不少于|不得少于|不低于|公示期|公告期|公示时间|公告时间|公示\d|公告期限|期限为");
pattern!(HANDLING = r"办结|办理|承诺时限|法定时限|受理|支付|答复|拨付|审批时限");
pattern!(DATE_SPAN = r"每年|每月|每季度?|次月|当月|次年|年度|月底|季度首|[上中下]旬|年底");

/// The limits of a cell.
pub(crate) fn read(text: &str) -> Vec<Limit> {
    pieces(text).into_iter().map(limit).collect()
}

/// The clauses of a cell that say something of their own.
fn pieces(text: &str) -> Vec<&str> {
    let is_end = |c: char| matches!(c, '；' | ';' | '。' | '\n' | '①'..='⑳');
    let whole = text.split(is_end).map(str::trim).filter(|piece| !piece.is_empty());
    let mut pieces = Vec::new();
    for piece in whole {
        let clauses: Vec<&str> = piece.split(['，', ',']).map(str::trim).filter(|c| !c.is_empty()).collect();
        let with_length = clauses.iter().filter(|clause| LENGTH.is_match(clause)).count();
        let has_cycle = clauses.iter().any(|clause| !LENGTH.is_match(clause) && CYCLE.is_match(clause));
        if with_length > 1 || with_length == 1 && has_cycle {
            pieces.extend(clauses);
        } else if let Some((first, rest)) = clauses.split_first()
            && rest.iter().any(|clause| is_reservation(clause))
        {
            pieces.push(first);
        } else {
            pieces.push(piece);
        }
    }
    pieces
}

fn is_reservation(text: &str) -> bool {
    text.contains("另有规定") || text.contains("从其规定")
}

fn limit(text: &str) -> Limit {
    let found = LENGTH.captures(text);
    let length = found.as_ref().and_then(|found| {
        let unit = match &found[2] {
            "工作日" | "工作曰" => Unit::WorkingDay,
            "小时" => Unit::Hour,
            "周" | "星期" => Unit::Week,
            "月" => Unit::Month,
            "年" => Unit::Year,
            _ => Unit::Day,
        };
        Some(Length { number: numerals::number(&found[1])?, unit })
    });
    let start = found.as_ref().and_then(|found| found.get(0)).map_or(text.len(), |found| found.start());
    let end = found.as_ref().and_then(|found| found.get(0)).map_or(text.len(), |found| found.end());
    let (before, after) = (&text[..start], &text[end..]);
    let date = date(text);
    let kind = if is_reservation(text) && length.is_none() {
        Kind::Reservation
    } else if is_handling(before, text) {
        Kind::Handling
    } else if let Some(date) = date {
        date
    } else if DISPLAY.is_match(text) && length.is_some() {
        Kind::Display
    } else if before.contains("提前") || after.starts_with('前') || after.starts_with("以前") {
        Kind::Before
    } else if CYCLE.is_match(text) {
        Kind::Cycle
    } else if length.is_some() {
        Kind::Within
    } else if is_together(text) {
        Kind::Together
    } else {
        Kind::Word
    };
    Limit { text: text.to_owned(), length, event: event(before), kind }
}

/// Whether the time is one for handling. 受理后5个工作日内 is counted from handling and is none.
fn is_handling(before: &str, text: &str) -> bool {
    let is_event =
        ["后", "之日起", "日起", "之日", "之后"].iter().any(|end| before.trim_end().ends_with(end));
    HANDLING.is_match(text) && !is_event
}

fn is_together(text: &str) -> bool {
    if ["及时", "随时", "即时", "实时", "适时", "按时", "定时"].iter().any(|word| text.contains(word))
        && !text.contains("同步")
    {
        return false;
    }
    let moments = ["同步", "同时", "同上", "时公开", "公开前", "启动", "期间", "过程中", "之前"];
    text.starts_with('随') && !text.starts_with("随时")
        || moments.iter().any(|moment| text.contains(moment))
        || text.contains('时') && text.contains('在') && !text.contains("及时") && !text.contains("实时")
}

fn date(text: &str) -> Option<Kind> {
    let found = DAY_OF_YEAR.captures(text)?;
    let is_length =
        LENGTH.find(text).is_some_and(|length| length.as_str().contains('个') && !text.contains("每年"));
    if is_length && !DATE_SPAN.is_match(text) {
        return None;
    }
    let part = |index: usize| found.get(index).and_then(|part| numerals::number(part.as_str()));
    let (month, day) = (part(1), part(2));
    let is_date = day.is_some() || DATE_SPAN.is_match(text) && !text.contains("个月");
    is_date.then_some(Kind::Date { month, day })
}

pattern!(FORMED = r"形成|产生|生成|变更|更改|变动|形式或者?变更");
pattern!(DECISION = r"(?:作出|做出|决定)");

fn event(before: &str) -> Event {
    let bare = before.trim_matches(|c: char| {
        c.is_whitespace() || "自在于应当须要从该公开最晚原则上一般的、，：:（）()0123456789.．".contains(c)
    });
    if before.contains("申请") && (before.contains("收到") || before.contains("之日")) {
        Event::Application
    } else if before.contains("批复") || before.contains("批准") {
        Event::Approval
    } else if FORMED.is_match(before) {
        Event::Formed
    } else if DECISION.is_match(before) {
        Event::Decision
    } else if bare.is_empty()
        || matches!(bare, "及时" | "信息" | "政府信息" | "限" | "时限" | "时限为" | "期限" | "内")
    {
        Event::None
    } else {
        Event::Other
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Kind, Length, Unit, read};

    fn one(text: &str) -> (Option<(u32, Unit)>, Event, Kind) {
        let limits = read(text);
        assert_eq!(limits.len(), 1, "{text}: {limits:?}");
        let Length { number, unit } = limits[0].length.unwrap_or(Length { number: 0, unit: Unit::Day });
        (limits[0].length.map(|_| (number, unit)), limits[0].event, limits[0].kind)
    }

    #[test]
    fn limits_as_they_are_written_are_read() {
        use Event::{Application, Approval, Decision, Formed, None as Nothing, Other};
        use Kind::{Before, Cycle, Display, Handling, Within, Word};
        use Unit::{Day, WorkingDay};
        let cases = [
            ("信息形成（更改）之日起20个工作日内。", Some((20, WorkingDay)), Formed, Within),
            ("自该政府信息形成或者变更之日起20个工作日内及时公开", Some((20, WorkingDay)), Formed, Within),
            (
                "形成或者变更之日起20个工作日内，法律法规另有规定的从其规定",
                Some((20, WorkingDay)),
                Formed,
                Within,
            ),
            ("自作出行政决定之日起7个工作日内", Some((7, WorkingDay)), Decision, Within),
            ("自作出审批决定之日起七个工作日内", Some((7, WorkingDay)), Decision, Within),
            ("本级人民代表大会或其常务委员会批准后20日内", Some((20, Day)), Approval, Within),
            ("自收到申请之日起20个工作日内", Some((20, WorkingDay)), Application, Within),
            ("文件印发后5个工作日内公开", Some((5, WorkingDay)), Other, Within),
            ("20个工作日内", Some((20, WorkingDay)), Nothing, Within),
            ("20工作日", Some((20, WorkingDay)), Nothing, Within),
            ("公告期限为5个工作日", Some((5, WorkingDay)), Other, Display),
            ("应当在实施之日3日前予以公开", Some((3, Day)), Other, Before),
            ("每半年", None, Nothing, Cycle),
            ("即时办结", None, Nothing, Handling),
            ("及时公开", None, Nothing, Word),
        ];
        for (text, length, event, kind) in cases {
            let read = one(text);
            assert_eq!((read.0, read.2), (length, kind), "{text}");
            if length.is_some() {
                assert_eq!(read.1, event, "{text}");
            }
        }
    }

    #[test]
    fn dates_are_told_from_lengths() {
        let date = |month, day| Kind::Date { month, day };
        assert_eq!(one("每年1月31日前").2, date(Some(1), Some(31)));
        assert_eq!(one("每年4月1日之前").2, date(Some(4), Some(1)));
        assert_eq!(one("每年10月").2, date(Some(10), None));
        assert_eq!(one("形成之日起6个月内").2, Kind::Within);
        assert_eq!(one("随采购公告、采购文件公开").2, Kind::Together);
        assert_eq!(one("在实地启动拟征收土地工作时，在村公示栏公开").2, Kind::Together);
    }

    #[test]
    fn several_limits_in_a_cell_are_several() {
        let both =
            read("执法决定信息在决定作出之日起7个工作日内公开，其他相关信息形成或变更之日起20个工作日内公开");
        let lengths: Vec<_> =
            both.iter().filter_map(|limit| limit.length).map(|length| length.number).collect();
        assert_eq!(lengths, [7, 20]);
        assert_eq!(read("信息形成之日起5个工作日内；长期公示").len(), 2);
    }
}
