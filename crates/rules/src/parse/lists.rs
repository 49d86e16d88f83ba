//! Texts that list several things, with or without marks.

use super::pattern;

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// Its number, where it has one.
    pub(crate) number: Option<u32>,
    /// The mark's style: `1、` and `2、` have one, `1.` another.
    pub(crate) style: &'a str,
    /// What stands behind the mark.
    pub(crate) text: &'a str,
}

pattern!(
    MARK = r"^\s*(?:(?P<digits>\d{1,2})(?P<after>\.|．|、|）|\)|,|，)|[（(](?P<bracketed>\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|(?P<chinese>[一二三四五六七八九十]{1,3})、|(?P<round>[①-⑳])|(?P<bullet>[●○◆■·•▪★-]))"
);

/// The lines of a text as entries, without empty ones.
pub(crate) fn entries(text: &str) -> Vec<Entry<'_>> {
    text.lines().filter(|line| !line.trim().is_empty()).map(entry).collect()
}

fn entry(line: &str) -> Entry<'_> {
    let bare = Entry { number: None, style: "", text: line.trim() };
    let Some(found) = MARK.captures(line) else { return bare };
    let whole = found.get(0).map_or(0, |mark| mark.end());
    let text = line[whole..].trim();
    // 1.5 is a number and no mark.
    if found.name("digits").is_some() && line[whole..].starts_with(|c: char| c.is_ascii_digit()) {
        return bare;
    }
    let digits = |name| found.name(name).and_then(|part| super::numerals::number(part.as_str()));
    let round = found.name("round").and_then(|mark| mark.as_str().chars().next());
    let number = digits("digits")
        .or_else(|| digits("bracketed"))
        .or_else(|| digits("chinese"))
        .or_else(|| round.map(|mark| mark as u32 - '①' as u32 + 1));
    let style = match (found.name("after"), found.name("bullet")) {
        (Some(after), _) => after.as_str(),
        (_, Some(bullet)) => bullet.as_str(),
        _ if found.name("bracketed").is_some() => "（）",
        _ if round.is_some() => "①",
        _ => "一、",
    };
    Entry { number, style, text }
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn marks_are_told_from_texts() {
        let read = |text| entries(text).into_iter().map(|e| (e.number, e.style, e.text)).collect::<Vec<_>>();
        assert_eq!(read("1、甲\n2.乙"), [(Some(1), "、", "甲"), (Some(2), ".", "乙")]);
        assert_eq!(read("（二）丙\n③丁"), [(Some(2), "（）", "丙"), (Some(3), "①", "丁")]);
        assert_eq!(read("●甲\n\n乙"), [(None, "●", "甲"), (None, "", "乙")]);
        assert_eq!(read("1.5倍"), [(None, "", "1.5倍")]);
    }
}
