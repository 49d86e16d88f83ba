//! What differs from machine to machine and from moment to moment. Everything else in the crate gives the same
//! result for the same input.

use jiff::{Timestamp, Zoned};
use mulu_model::{Date, Id};
use zeroize::Zeroizing;

use crate::AppError;

/// Clock, identities and the one who sits at the machine.
pub trait Host: Send + Sync {
    /// The moment.
    fn now(&self) -> Timestamp;
    /// The day where the machine stands.
    fn today(&self) -> Date;
    /// An identity that nothing else has.
    fn new_id(&self) -> Id;
    /// Who sits at the machine, for the edit log while nobody has come with a PIN; perhaps empty.
    fn actor(&self) -> String;
    /// Bytes that nobody can foresee, for keys.
    ///
    /// # Errors
    /// [`AppError::Io`] where the system has none.
    fn random(&self) -> Result<Zeroizing<[u8; 32]>, AppError>;
}

/// The real machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Host for System {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn today(&self) -> Date {
        Zoned::now().date()
    }

    #[expect(clippy::expect_used, reason = "a UUID is 36 characters without white space")]
    fn new_id(&self) -> Id {
        Id::new(&uuid::Uuid::now_v7().to_string()).expect("a UUID is an identity")
    }

    fn actor(&self) -> String {
        let name = ["USER", "USERNAME"].into_iter().find_map(std::env::var_os);
        name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    fn random(&self) -> Result<Zeroizing<[u8; 32]>, AppError> {
        let mut bytes = Zeroizing::new([0; 32]);
        let failed = |error: getrandom::Error| AppError::Io {
            path: "random bytes".to_owned(),
            detail: error.to_string(),
        };
        getrandom::fill(bytes.as_mut_slice()).map_err(failed)?;
        Ok(bytes)
    }
}
