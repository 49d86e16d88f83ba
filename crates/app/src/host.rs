//! What differs from machine to machine and from moment to moment. Everything else in the crate gives the same
//! result for the same input.

use jiff::{Timestamp, Zoned};
use mulu_model::{Date, Id};

/// Clock, identities and the one who sits at the machine.
pub trait Host: Send + Sync {
    /// The moment.
    fn now(&self) -> Timestamp;
    /// The day where the machine stands.
    fn today(&self) -> Date;
    /// An identity that nothing else has.
    fn new_id(&self) -> Id;
    /// Who makes the changes, for the edit log; perhaps empty.
    fn actor(&self) -> String;
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
}
