//! A signing key under a PIN: Argon2id makes a key of the PIN, ChaCha20-Poly1305 seals the seed with it.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    ChaCha20Poly1305, KeyInit, Nonce,
    aead::{Aead, Payload},
};
use mulu_model::{HexBytes, signoff::SealedKey};
use zeroize::Zeroizing;

use crate::{
    pin::{PinError, as_typed, check_pin},
    sign::Signer,
};

/// What [`SealedKey::algorithm`] says.
const ALGORITHM: &str = "argon2id+chacha20poly1305";
/// Memory that each try of a PIN takes: as OWASP recommends for Argon2id with two passes.
const MEMORY_KIB: u32 = 19 * 1024;
/// Passes over it.
const PASSES: u32 = 2;
/// What a damaged library may ask of the machine at most.
const MOST_MEMORY_KIB: u32 = 256 * 1024;
const MOST_PASSES: u32 = 16;

/// Why a key cannot be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The PIN is not good enough.
    #[error(transparent)]
    Pin(#[from] PinError),
    /// There is not enough memory.
    #[error("the key could not be sealed")]
    Failed,
}

/// Why a sealed key cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The PIN is wrong, or the sealed key has been altered: the two look the same.
    #[error("wrong PIN")]
    WrongPin,
    /// What is kept of the key cannot be used; it was made by a newer program or is damaged.
    #[error("the sealed key cannot be used")]
    Unusable,
}

/// Seals the seed of a signing key under a PIN. `seed`, `salt` and `nonce` are random bytes; salt and nonce are never
/// used again.
///
/// # Errors
/// [`SealError::Pin`] where the PIN is not good enough.
pub fn seal(seed: &[u8; 32], pin: &str, salt: [u8; 16], nonce: [u8; 12]) -> Result<SealedKey, SealError> {
    check_pin(pin)?;
    let key = stretch(pin, &salt, MEMORY_KIB, PASSES).ok_or(SealError::Failed)?;
    let public_key = Signer::from_seed(seed).public_key();
    let payload = Payload { msg: seed, aad: public_key.as_bytes() };
    let cipher = ChaCha20Poly1305::new(&(*key).into());
    let sealed = cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| SealError::Failed)?;
    Ok(SealedKey {
        algorithm: ALGORITHM.to_owned(),
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        salt: salt.into(),
        nonce: nonce.into(),
        sealed: HexBytes::new(&sealed).ok_or(SealError::Failed)?,
    })
}

/// Seals a key that was opened under another PIN; it stays the same key. As [`seal`].
///
/// # Errors
/// As [`seal`].
pub fn reseal(signer: &Signer, pin: &str, salt: [u8; 16], nonce: [u8; 12]) -> Result<SealedKey, SealError> {
    seal(&signer.seed(), pin, salt, nonce)
}

/// Opens a sealed key. `public_key` is the one that the person is known by; another person's sealed key does not open
/// for it.
///
/// # Errors
/// [`OpenError::WrongPin`]; [`OpenError::Unusable`] where no PIN would open it.
pub fn open(sealed: &SealedKey, public_key: &HexBytes, pin: &str) -> Result<Signer, OpenError> {
    let is_within = sealed.memory_kib <= MOST_MEMORY_KIB && sealed.passes <= MOST_PASSES;
    let nonce: Option<[u8; 12]> = sealed.nonce.as_bytes().try_into().ok();
    let Some(nonce) = nonce.filter(|_| is_within && sealed.algorithm == ALGORITHM) else {
        return Err(OpenError::Unusable);
    };
    let key = stretch(pin, sealed.salt.as_bytes(), sealed.memory_kib, sealed.passes);
    let cipher = ChaCha20Poly1305::new(&(*key.ok_or(OpenError::Unusable)?).into());
    let payload = Payload { msg: sealed.sealed.as_bytes(), aad: public_key.as_bytes() };
    let seed = cipher.decrypt(&Nonce::from(nonce), payload).map(Zeroizing::new);
    let seed = seed.map_err(|_| OpenError::WrongPin)?;
    let seed: Zeroizing<[u8; 32]> =
        Zeroizing::new(seed.as_slice().try_into().map_err(|_| OpenError::Unusable)?);
    Ok(Signer::from_seed(&seed))
}

/// The key that a PIN makes; `None` where the parameters cannot be, or memory is short.
fn stretch(pin: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Option<Zeroizing<[u8; 32]>> {
    let params = Params::new(memory_kib, passes, 1, Some(32)).ok()?;
    let mut key = Zeroizing::new([0; 32]);
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into(as_typed(pin).as_bytes(), salt, key.as_mut_slice()).ok()?;
    Some(key)
}
