use super::super::number::{Epoch, NumberFormat, general};

fn show(code: &str, value: f64) -> String {
    NumberFormat::new(code).show(value, Epoch::Year1900)
}

#[test]
fn numbers_are_shown_as_their_format_says() {
    let cases = [
        ("", 3.0, "3"),
        ("General", -2.50, "-2.5"),
        ("G/通用格式", 20.0, "20"),
        ("0", 2.5, "2"),
        ("00", 7.0, "07"),
        ("0.00", -0.001, "0.00"),
        ("0.0#", 1.5, "1.5"),
        ("#,##0", 1_234_567.0, "1,234,567"),
        ("0%", 0.35, "35%"),
        ("0.00E+00", 12345.0, "1.23E+04"),
        ("0_);(0)", -3.0, "(3)"),
        ("0;-0;\"无\"", 0.0, "无"),
        ("[Red][<1]\"少\";0\"个\"", 5.0, "5个"),
        ("\"第\"0\"号\"", 12.0, "第12号"),
        ("[$￥-804]#,##0.00", 1234.5, "￥1,234.50"),
        ("#,##0,\"千\"", 12_000.0, "12千"),
        (";;;", 5.0, ""),
        ("[DBNum1]General", 12.0, "十二"),
        ("[DBNum1][$-804]General", 3.0, "三"),
        ("# ?/?", 0.5, "0.5"),
        ("@", 20.0, "20"),
    ];
    for (code, value, expected) in cases {
        assert_eq!(show(code, value).trim(), expected, "{code} of {value}");
    }
}

#[test]
fn dates_and_times_are_shown_as_their_format_says() {
    let cases = [
        ("yyyy-mm-dd", 44_913.0, "2022-12-18"),
        ("yyyy/m/d", 44_913.0, "2022/12/18"),
        ("[$-F800]dddd, mmmm dd, yyyy", 44_913.0, "星期日, December 18, 2022"),
        ("yyyy\"年\"m\"月\"d\"日\";@", 44_913.0, "2022年12月18日"),
        ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 44_913.0, "二〇二二年十二月十八日"),
        ("yyyy-mm-dd hh:mm", 44_913.75, "2022-12-18 18:00"),
        ("上午/下午h\"时\"mm\"分\"", 0.75, "下午6时00分"),
        ("h:mm:ss AM/PM", 0.0, "12:00:00 AM"),
        ("[h]:mm", 1.5, "36:00"),
        ("mm:ss.0", 0.000_695, "01:00.0"),
        ("aaaa", 44_913.0, "星期日"),
        ("yyyy-m-d", 1.0, "1900-1-1"),
        ("yyyy-m-d", 61.0, "1900-3-1"),
        ("yyyy-m-d", -1.0, "-1"),
    ];
    for (code, value, expected) in cases {
        assert_eq!(show(code, value), expected, "{code} of {value}");
    }
    assert_eq!(NumberFormat::built_in(14).show(43_451.0, Epoch::Year1904), "2022-12-18");
    assert_eq!(NumberFormat::built_in(31).show(44_913.0, Epoch::Year1900), "2022年12月18日");
}

#[test]
fn numbers_without_a_format_are_shown_without_what_the_machine_adds() {
    let cases = [
        (3.0, "3"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (1.0 / 3.0, "0.3333333333"),
        (123_456_789_012.0, "123456789012"),
        (1e20, "1E+20"),
        (1.5e-12, "1.5E-12"),
        (-20.25, "-20.25"),
        (f64::NAN, ""),
    ];
    for (value, expected) in cases {
        assert_eq!(general(value), expected);
    }
}
