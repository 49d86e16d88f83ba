//! Numbers in Chinese numerals, as 序号 prints them.

/// `number` in Chinese numerals: 一, 十, 十二, 二十, 一百零五, 一千零一十. Numbers from 100,000 up are
/// written in digits; no form counts so far.
pub fn chinese_number(number: usize) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const UNITS: [(usize, &str); 5] = [(10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")];
    if number == 0 {
        return DIGITS[0].to_owned();
    }
    if number >= 100_000 {
        return number.to_string();
    }
    let mut text = String::new();
    let mut zero_pending = false;
    for (unit, name) in UNITS {
        let digit = number / unit % 10;
        if digit == 0 {
            zero_pending = !text.is_empty();
            continue;
        }
        if zero_pending {
            text.push_str(DIGITS[0]);
            zero_pending = false;
        }
        // 十二, not 一十二, at the very beginning only.
        if !(text.is_empty() && unit == 10 && digit == 1) {
            text.push_str(DIGITS[digit]);
        }
        text.push_str(name);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::chinese_number;

    #[test]
    fn numerals_are_those_of_official_documents() {
        let cases = [
            (0, "零"),
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (99, "九十九"),
            (100, "一百"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1_001, "一千零一"),
            (1_010, "一千零一十"),
            (10_203, "一万零二百零三"),
            (99_999, "九万九千九百九十九"),
            (100_000, "100000"),
        ];
        for (number, text) in cases {
            assert_eq!(chinese_number(number), text);
        }
    }
}
