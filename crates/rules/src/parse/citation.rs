//! 公开依据 taken apart into citations, and each of them into title, numbers, years and articles.

use mulu_model::Citations;

use super::{
    numerals, pattern,
    reference::{Decree, DocumentNumber, decree, document_number, key},
};
use crate::knowledge::{Knowledge, LawId};

/// One citation of a basis.
#[derive(Debug, Clone)]
pub(crate) struct Citation {
    /// As written, without list number and separators.
    pub(crate) text: String,
    /// The title, as written between 《 and 》; empty where there is none.
    pub(crate) title: String,
    /// The title without white space, kinds of brackets and year, by which titles are compared.
    pub(crate) key: String,
    /// The text in the law library.
    pub(crate) law: Option<LawId>,
    /// The right title that is a slip of the pen away from this one, where this one is not right.
    pub(crate) near: Option<String>,
    /// The decree that the citation names.
    pub(crate) decree: Option<Decree>,
    /// The 发文字号 that the citation names.
    pub(crate) number: Option<DocumentNumber>,
    /// The years that stand outside the title or in brackets at its end.
    pub(crate) years: Vec<u16>,
    /// The numbers of the articles.
    pub(crate) articles: Vec<u32>,
}

pattern!(YEAR = r"(?P<year>(?:19|20)\d{2})");
pattern!(
    YEAR_AT_END = r"[（(]\s*((?:19|20)\d{2})\s*年?\s*(?:第[一二三四]次)?(?:修正|修订|修改|版|本|年版)?\s*(?:版|本)?[）)]$"
);
pattern!(ARTICLE = r"第\s*(\d{1,4}|[一二三四五六七八九十百千零]+)\s*条");

/// The citations of a basis.
pub(crate) fn read(text: &str, knowledge: &Knowledge) -> Vec<Citation> {
    let texts = Citations::of(text).texts().map(str::to_owned).collect::<Vec<_>>();
    texts.into_iter().filter(|text| !text.trim().is_empty()).map(|text| citation(text, knowledge)).collect()
}

fn citation(text: String, knowledge: &Knowledge) -> Citation {
    let (before, title, after) = split(&text);
    let mut years = Vec::new();
    let mut bare = title.trim().to_owned();
    if let Some(found) = YEAR_AT_END.captures(&bare) {
        years.extend(found[1].parse::<u16>());
        let end = found.get(0).map_or(bare.len(), |found| found.start());
        bare.truncate(end);
    }
    let outside = format!("{before} {after}");
    let number = document_number(&outside);
    let decree = decree(&outside);
    let mut rest = outside;
    if let Some(number) = &number {
        rest = rest.replace(&number.text, "");
    }
    years.extend(YEAR.captures_iter(&rest).filter_map(|found| found["year"].parse::<u16>().ok()));
    let articles = ARTICLE.captures_iter(after).filter_map(|found| numerals::number(&found[1])).collect();
    let key = key(&bare);
    let law = knowledge.laws.find(&key);
    let is_known = law.is_some() || key.is_empty() || knowledge.laws.is_right(&key);
    let near = if is_known { None } else { knowledge.laws.near(&key).map(str::to_owned) };
    Citation { title: title.to_owned(), key, law, near, decree, number, years, articles, text }
}

/// What stands before the title, the title, and what stands behind it.
fn split(text: &str) -> (&str, &str, &str) {
    let Some(open) = text.find('《') else { return (text, "", "") };
    let start = open + '《'.len_utf8();
    let mut depth = 1_usize;
    for (at, c) in text[start..].char_indices() {
        match c {
            '《' => depth += 1,
            '》' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&text[..open], &text[start..start + at], &text[start + at + c.len_utf8()..]);
        }
    }
    (&text[..open], &text[start..], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Citation {
        let mut read = read(text, Knowledge::shipped());
        assert_eq!(read.len(), 1, "{text}");
        read.remove(0)
    }

    #[test]
    fn decrees_are_read_in_their_forms() {
        let cases = [
            ("《甲条例》（国务院令第711号）", "国务院", None, 711, true),
            ("《甲条例》（国令第711号）", "国", None, 711, true),
            ("《甲条例》（中华人民共和国国务院令710号）", "中华人民共和国国务院", None, 710, false),
            ("《甲法》（主席令第二十一号）", "主席", None, 21, true),
            (
                "《甲办法》（中华人民共和国交通运输部令2022年第11号）",
                "中华人民共和国交通运输部",
                Some(2022),
                11,
                true,
            ),
            ("《甲办法》（2013年人力资源和社会保障部第20号令）", "人力资源和社会保障部", None, 20, true),
            ("财政部令第87号《甲办法》第十三条", "财政部", None, 87, true),
        ];
        for (text, issuer, year, number, has_ordinal) in cases {
            let decree = one(text).decree.unwrap_or_else(|| panic!("{text}"));
            assert_eq!((decree.issuer.as_str(), decree.number), (issuer, number), "{text}");
            assert_eq!((decree.year, decree.has_ordinal), (year, has_ordinal), "{text}");
        }
        assert_eq!(one("《甲法》第二十条").decree, None);
    }

    #[test]
    fn numbers_of_documents_are_read_also_when_damaged() {
        let number = |text: &str| one(text).number.unwrap_or_else(|| panic!("{text}"));
        assert_eq!(number("《甲》（国办发〔2019〕54号）").text, "国办发〔2019〕54号");
        assert_eq!(number("《甲》（卫党农发[2022]5号）").regular(), "卫党农发〔2022〕5号");
        assert_eq!(number("《甲》（闽政办〔202026号）").regular(), "闽政办〔2020〕26号");
        assert_eq!(number("《甲》（中办发（2004）17号）").regular(), "中办发〔2004〕17号");
        assert!(one("《甲规划（2016-2020年）》").number.is_none());
    }

    #[test]
    fn titles_years_and_articles_are_read() {
        let law = one("《中华人民共和国政府信息公开条例》（国务院令第711号）第二十条（二）");
        assert_eq!((law.key.as_str(), law.articles.as_slice()), ("政府信息公开条例", [20].as_slice()));
        assert!(law.law.is_some());
        let dated = one("《预算法实施条例（2020年）》");
        assert_eq!((dated.key.as_str(), dated.years.as_slice()), ("预算法实施条例", [2020].as_slice()));
        assert_eq!(one("《劳动法》（2018年修正）").years, [2018]);
        assert_eq!(one("国务院办公厅《关于印发〈甲〉的通知》").key, "关于印发甲的通知");
    }
}
