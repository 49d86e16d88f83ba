//! Codes from paper and fingerprints by telephone.

use std::collections::HashSet;

use mulu_model::Digest;
use proptest::prelude::*;

use crate::{CodeError, Signer, check_code, fingerprint, parse_check_code};

const LETTERS: &str = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

fn code() -> String {
    check_code(&Digest::of("目录".as_bytes()))
}

fn bare(code: &str) -> Vec<char> {
    code.chars().filter(|c| *c != '-').collect()
}

#[test]
fn a_check_code_is_four_groups_of_letters_that_cannot_be_mistaken() {
    let code = code();
    let groups: Vec<&str> = code.split('-').collect();
    assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4; 4]);
    assert!(bare(&code).iter().all(|c| LETTERS.contains(*c)), "{code}");
    assert_ne!(code, check_code(&Digest::of(b"")));
}

#[test]
fn a_check_code_is_read_however_it_is_typed() {
    let code = code();
    let full_width =
        |c: char| if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xfee0).unwrap() } else { c };
    let typed = [
        code.clone(),
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', " "),
        code.replace('-', "　— "),
        code.chars().map(full_width).collect(),
    ];
    for typed in typed {
        assert_eq!(parse_check_code(&typed).as_ref(), Ok(&code), "{typed}");
    }
}

#[test]
fn a_letter_that_no_code_has_is_named_with_its_place() {
    let code = code();
    for look_alike in ['0', 'O', '1', 'I', 'L', '码'] {
        let mut typed = bare(&code);
        typed[6] = look_alike;
        let typed: String = typed.into_iter().collect();
        assert_eq!(parse_check_code(&typed), Err(CodeError::Character { at: 7, found: look_alike }));
    }
    assert_eq!(parse_check_code(&code[1..]), Err(CodeError::Length { found: 15, expected: 16 }));
    assert_eq!(parse_check_code(&format!("{code}A")), Err(CodeError::Length { found: 17, expected: 16 }));
    assert_eq!(parse_check_code(""), Err(CodeError::Length { found: 0, expected: 16 }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_wrong_character_and_two_that_have_changed_places_are_found(bytes in any::<[u8; 8]>()) {
        let code = check_code(&Digest::of(&bytes));
        let right = bare(&code);
        let read = |typed: &[char]| parse_check_code(&typed.iter().collect::<String>());
        for at in 0..right.len() {
            for letter in LETTERS.chars().filter(|letter| *letter != right[at]) {
                let mut typed = right.clone();
                typed[at] = letter;
                prop_assert_eq!(read(&typed), Err(CodeError::Mistyped));
            }
            for other in (0..at).filter(|other| right[*other] != right[at]) {
                let mut typed = right.clone();
                typed.swap(at, other);
                prop_assert_eq!(read(&typed), Err(CodeError::Mistyped));
            }
        }
    }
}

#[test]
fn fingerprints_are_eight_groups_of_four_and_all_different() {
    let fingerprints: HashSet<String> =
        (0..100).map(|n| fingerprint(&Signer::from_seed(&[n; 32]).public_key())).collect();
    assert_eq!(fingerprints.len(), 100);
    for fingerprint in fingerprints {
        let groups: Vec<&str> = fingerprint.split('-').collect();
        assert_eq!(groups.iter().map(|group| group.len()).collect::<Vec<_>>(), [4; 8]);
        assert!(bare(&fingerprint).iter().all(|c| LETTERS.contains(*c)));
    }
}
