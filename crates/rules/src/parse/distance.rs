//! How far two texts are from one another.

/// How many characters must be put in, taken out, replaced or exchanged with their neighbour to make one text of
/// the other; `None` where that is more than `most`.
pub(crate) fn within(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|distance| *distance > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn small_differences_are_counted_and_large_ones_given_up() {
        assert_eq!(within("劳动保险条例", "劳动保险条例", 2), Some(0));
        assert_eq!(within("劳动保障条例", "劳动保险条例", 2), Some(1));
        assert_eq!(within("安生产全法", "安全生产法", 2), Some(2));
        assert_eq!(within("保险劳动", "保劳险动", 2), Some(1));
        assert_eq!(within("甲", "乙丙丁", 1), None);
    }
}
