//! Codes that people read aloud or type from paper: digits and letters of which none looks like another.

use mulu_model::{Digest, HexBytes, exchange::canonical_json, half_width};

use crate::sign::ALGORITHM;

/// Without 0 and O, 1, I and L. Their number is prime, which the check character needs.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/// Characters of a check code that come from the digest: 74 bits.
const DIGITS: usize = 15;
/// Characters in a row.
const GROUP: usize = 4;

/// Why a text is no check code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It has too few or too many characters.
    #[error("{found} characters instead of {expected}")]
    Length {
        /// How many it has.
        found: usize,
        /// How many a check code has.
        expected: usize,
    },
    /// It has a character that no check code has.
    #[error("no code has {found:?}")]
    Character {
        /// Which one of the code, from 1, without spaces and strokes.
        at: usize,
        /// The character.
        found: char,
    },
    /// One character is wrong, or two have changed places.
    #[error("the check character does not fit")]
    Mistyped,
}

/// 校验码: a digest shortened for paper, in four groups of four. The last character is worked out from the others, so
/// that one wrong character and two that have changed places are found.
pub fn check_code(digest: &Digest) -> String {
    let mut digits = digits(&digest.as_bytes()[..16], DIGITS);
    digits.push(check_digit(&digits));
    grouped(&digits)
}

/// The check code that somebody has typed, as [`check_code`] writes it. Spaces, strokes, small and full-width letters
/// do not matter.
///
/// # Errors
/// [`CodeError`] says what is wrong with it.
pub fn parse_check_code(text: &str) -> Result<String, CodeError> {
    let typed = text.chars().map(half_width);
    let is_filler =
        |c: &char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '－' | '_' | '·');
    let typed: Vec<char> = typed.filter(|c| !is_filler(c)).map(|c| c.to_ascii_uppercase()).collect();
    let digit = |(at, c): (usize, &char)| {
        let digit = ALPHABET.iter().position(|letter| char::from(*letter) == *c);
        digit.ok_or(CodeError::Character { at: at + 1, found: *c })
    };
    let digits = typed.iter().enumerate().map(digit).collect::<Result<Vec<_>, _>>()?;
    match digits.split_last() {
        Some((last, others)) if others.len() == DIGITS => {
            if *last == check_digit(others) {
                Ok(grouped(&digits))
            } else {
                Err(CodeError::Mistyped)
            }
        }
        _ => Err(CodeError::Length { found: digits.len(), expected: DIGITS + 1 }),
    }
}

/// 指纹: what two people compare by telephone to know that they have the same key; eight groups of four, 158 bits.
pub fn fingerprint(public_key: &HexBytes) -> String {
    let digest = Digest::of(&canonical_json(&("mulu.key/1", ALGORITHM, public_key)));
    let (first, last) = digest.as_bytes().split_at(16);
    grouped(&[digits(first, 16), digits(last, 16)].concat())
}

/// The last `count` digits of a number, to the base of the alphabet. The number is given as at most 16 bytes.
fn digits(bytes: &[u8], count: usize) -> Vec<usize> {
    let mut number = bytes.iter().fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    let base = ALPHABET.len() as u128;
    let mut next = || {
        let digit = number % base;
        number /= base;
        // Below the base.
        digit as usize
    };
    (0..count).map(|_| next()).collect()
}

/// The character that makes the sum of all characters times their places a multiple of a prime. The prime is larger
/// than any place, so one wrong character or an exchange of two always changes that.
fn check_digit(digits: &[usize]) -> usize {
    let base = ALPHABET.len();
    let sum: usize = digits.iter().zip(2..).map(|(digit, place)| digit * place).sum();
    // Its own place counts once.
    (base - sum % base) % base
}

fn grouped(digits: &[usize]) -> String {
    let letters: Vec<char> = digits.iter().map(|digit| char::from(ALPHABET[*digit])).collect();
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join("-")
}
