//! Numbers in digits or Chinese numerals.

/// The number that `text` writes, such as `20`, `二十` or `第七`; `None` for anything else.
pub(crate) fn number(text: &str) -> Option<u32> {
    let text = text.trim().trim_start_matches('第');
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|c| c.is_ascii_digit()) {
        return text.parse().ok();
    }
    chinese(text)
}

fn chinese(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut is_plain) = (0_u32, None, true);
    let mut plain = 0_u32;
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                let value = "零一二三四五六七八九".chars().position(|d| d == c);
                let value = value.or((c == '〇').then_some(0)).or((c == '两').then_some(2))? as u32;
                plain = plain.checked_mul(10)?.checked_add(value)?;
                digit = Some(value);
                continue;
            }
        };
        is_plain = false;
        total = total.checked_add(digit.take().filter(|d| *d > 0).unwrap_or(1) * unit)?;
    }
    if is_plain { Some(plain) } else { total.checked_add(digit.unwrap_or(0)) }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn digits_and_chinese_numerals_are_read() {
        let cases = [("20", 20), ("二十", 20), ("十", 10), ("第八十号", 0), ("一百一十二", 112), ("七", 7)];
        for (text, expected) in cases {
            assert_eq!(number(text), (expected > 0).then_some(expected), "{text}");
        }
        assert_eq!(number("一千二百四十二"), Some(1242));
        assert_eq!(number("二〇一九"), Some(2019));
        assert_eq!(number("一百零三"), Some(103));
        assert_eq!(number("甲"), None);
        assert_eq!(number(""), None);
    }
}
