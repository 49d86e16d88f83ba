//! How a legal text is told from others: its title as it is compared, its decree, its 发文字号.

use super::{numerals, pattern};

/// Such as 国务院令第711号.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decree {
    /// As written.
    pub(crate) text: String,
    /// Who has given it, as written before 令.
    pub(crate) issuer: String,
    /// The year, where the number begins anew each year.
    pub(crate) year: Option<u16>,
    /// The number.
    pub(crate) number: u32,
    /// Whether 第 stands before the number.
    pub(crate) has_ordinal: bool,
}

/// Such as 国办发〔2019〕54号.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DocumentNumber {
    /// As written.
    pub(crate) text: String,
    /// The word of the office, such as 国办发.
    pub(crate) office: String,
    /// The year.
    pub(crate) year: u16,
    /// The number, without leading zeros.
    pub(crate) number: u32,
    /// The brackets around the year, as written; either may be missing.
    pub(crate) brackets: (Option<char>, Option<char>),
}

impl DocumentNumber {
    /// As it should be written.
    pub(crate) fn regular(&self) -> String {
        format!("{}〔{}〕{}号", self.office, self.year, self.number)
    }
}

impl Decree {
    /// The same decree in the form in which the library has it, as far as it can be compared.
    pub(crate) fn is(&self, other: &Decree) -> bool {
        self.number == other.number
            && self.kind() == other.kind()
            && (self.year.is_none() || other.year.is_none() || self.year == other.year)
    }

    /// Which series of numbers it belongs to.
    pub(crate) fn kind(&self) -> Series {
        let issuer = self.issuer.trim_start_matches("中华人民共和国");
        match issuer {
            "国务院" | "国" => Series::StateCouncil,
            "主席" | "国家主席" => Series::President,
            _ => Series::Other,
        }
    }
}

/// A series of numbers of decrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Series {
    StateCouncil,
    President,
    Other,
}

pattern!(
    DECREE = r"(?:\d{1,4}[年月日])?(?P<issuer>[\p{Han}、 ]*?)(?P<year1>\d{4}年)?(?:令\s*[（(]?(?:(?P<year2>\d{4})年[）)]?)?\s*(?P<ordinal>第)?\s*(?P<number>\d{1,4}|[〇零一二三四五六七八九十百]+)\s*号?|第\s*(?P<number2>\d{1,4})\s*号令)"
);
pattern!(
    DOCUMENT = r"(?P<office>\p{Han}{1,14})\s*(?P<open>[〔\[［（(【﹝〖])\s*(?P<year>(?:19|20)\d{2})\s*(?P<close>[〕\]］）)】﹞〗])?\s*第?(?P<number>\d{1,4})\s*号"
);

/// A title as it is compared with others.
pub(crate) fn key(title: &str) -> String {
    let plain = title.trim().chars().filter_map(|c| match c {
        c if c.is_whitespace() => None,
        '《' | '》' | '〈' | '〉' | '<' | '>' | '＜' | '＞' | '“' | '”' | '"' | '、' => None,
        '（' => Some('('),
        '）' => Some(')'),
        c => Some(c),
    });
    let key: String = plain.collect();
    key.strip_prefix("中华人民共和国").map(str::to_owned).unwrap_or(key)
}

/// The first decree that a text names.
pub(crate) fn decree(text: &str) -> Option<Decree> {
    let found = DECREE.captures_iter(text).find(|found| {
        let issuer = &found["issuer"];
        issuer.ends_with(['院', '国', '席', '部', '委', '局', '会', '府', '署', '行', '厅', '总'])
            || issuer.ends_with("部门")
    })?;
    let number = found.name("number").or(found.name("number2"))?;
    let year = found.name("year1").or(found.name("year2"));
    let issuer = found["issuer"].trim().rsplit([' ', '、']).next().unwrap_or("").to_owned();
    let whole = found.get(0)?.as_str();
    let text = whole[whole.find(&issuer).unwrap_or(0)..].trim_end().to_owned();
    Some(Decree {
        text,
        year: year.and_then(|year| year.as_str().trim_end_matches('年').parse().ok()),
        number: numerals::number(number.as_str())?,
        has_ordinal: found.name("ordinal").is_some() || found.name("number2").is_some(),
        issuer,
    })
}

/// The first 发文字号 that a text names.
pub(crate) fn document_number(text: &str) -> Option<DocumentNumber> {
    let found = DOCUMENT.captures(text)?;
    let bracket = |name| found.name(name).and_then(|part| part.as_str().chars().next());
    Some(DocumentNumber {
        text: found.get(0)?.as_str().to_owned(),
        office: found["office"].to_owned(),
        year: found["year"].parse().ok()?,
        number: found["number"].parse().ok()?,
        brackets: (bracket("open"), bracket("close")),
    })
}
