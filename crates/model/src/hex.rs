//! Digests, keys and signatures: bytes that are written as hexadecimal digits.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{catalogue::Catalogue, exchange::canonical_bytes, limits};

/// 摘要: the SHA-256 of something, written as 64 digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

/// A text that is not the hexadecimal digits of what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the lower-case hexadecimal digits that were expected")]
pub struct NotHex;

impl Digest {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest of a catalogue with its template: of its [`canonical_bytes`], which hold all that is kept of it.
    pub fn of_catalogue(catalogue: &Catalogue) -> Self {
        Self::of(&canonical_bytes(catalogue))
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl TryFrom<String> for Digest {
    type Error = NotHex;

    fn try_from(text: String) -> Result<Self, NotHex> {
        from_hex(&text)?.try_into().map(Self).map_err(|_| NotHex)
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        to_hex(&digest.0)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_hex(&self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// Bytes whose number depends on the algorithm, such as a key or a signature: at most [`limits::KEY_BYTES`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HexBytes(Vec<u8>);

impl HexBytes {
    /// Takes bytes; `None` where there are more than fit.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        (bytes.len() <= limits::KEY_BYTES).then(|| Self(bytes.to_vec()))
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl TryFrom<String> for HexBytes {
    type Error = NotHex;

    fn try_from(text: String) -> Result<Self, NotHex> {
        Self::new(&from_hex(&text)?).ok_or(NotHex)
    }
}

impl From<HexBytes> for String {
    fn from(bytes: HexBytes) -> Self {
        to_hex(&bytes.0)
    }
}

impl<const N: usize> From<[u8; N]> for HexBytes {
    fn from(bytes: [u8; N]) -> Self {
        const { assert!(N <= limits::KEY_BYTES) };
        Self(bytes.to_vec())
    }
}

impl fmt::Debug for HexBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HexBytes({})", to_hex(&self.0))
    }
}

fn to_hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|n| char::from_digit(n.into(), 16))
        .collect()
}

/// One way to write each number: lower-case digits, two a byte.
fn from_hex(text: &str) -> Result<Vec<u8>, NotHex> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(NotHex),
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return Err(NotHex);
    }
    pairs.iter().map(|[high, low]| Ok(digit(*high)? << 4 | digit(*low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_sha_256_that_other_programs_compute() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Digest::of(b"abc").to_string(), abc);
        assert_eq!(Digest::try_from(abc.to_owned()), Ok(Digest::of(b"abc")));
    }

    #[test]
    fn bytes_are_written_in_one_way_only() {
        let abc = Digest::of(b"abc").to_string();
        for wrong in [
            abc.to_uppercase(),
            abc[1..].to_owned(),
            abc[2..].to_owned(),
            format!("{abc}00"),
            "字".to_owned(),
        ] {
            assert_eq!(Digest::try_from(wrong), Err(NotHex));
        }
        let bytes = HexBytes::from([0, 15, 255]);
        assert_eq!(String::from(bytes.clone()), "000fff");
        assert_eq!(HexBytes::try_from("000fff".to_owned()), Ok(bytes));
        assert_eq!(HexBytes::try_from("00".repeat(limits::KEY_BYTES + 1)), Err(NotHex));
    }
}
