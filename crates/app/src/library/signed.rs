//! What a library keeps of people and of what they have signed.

use mulu_model::{
    Id,
    log::LogRow,
    signoff::{Excuse, KnownKey, Policy, Record, RemarkEntry, Stage, Tries, Version},
};
use mulu_store::{KeptPerson, NewArrival, NewRecords, PeopleEntry, Sealed, Store};

use crate::AppError;

/// A place that keeps people, and signed steps with what they were made on. All methods that write do so wholly or not
/// at all; nothing that was signed is ever changed.
pub trait SignedLibrary {
    /// The people of the workplace, also those not in use.
    fn people(&self) -> Result<Vec<KeptPerson>, AppError>;
    /// Keeps a person, new or changed, with a row of the log of people.
    fn keep_person(&mut self, kept: &KeptPerson, entry: &PeopleEntry) -> Result<(), AppError>;
    /// Keeps how many wrong PINs there were in a row.
    fn keep_tries(&mut self, person: &Id, tries: Tries) -> Result<(), AppError>;
    /// What was done to people, first to last.
    fn people_log(&self) -> Result<Vec<PeopleEntry>, AppError>;
    /// All keys that are trusted here.
    fn keys(&self) -> Result<Vec<KnownKey>, AppError>;
    /// Trusts the key of a person elsewhere, with a row of the log of people.
    fn trust(&mut self, key: &KnownKey, entry: &PeopleEntry) -> Result<(), AppError>;
    /// The rules of sign-off.
    fn policy(&self) -> Result<Policy, AppError>;
    /// Sets the rules of sign-off.
    fn set_policy(&mut self, policy: Policy) -> Result<(), AppError>;
    /// Where a catalogue stands: 状态 and 版本号.
    fn standing(&self, id: &Id) -> Result<(Stage, u32), AppError>;
    /// The signed steps of a catalogue, in order.
    fn records(&self, id: &Id) -> Result<Vec<Record>, AppError>;
    /// What the steps were made on.
    fn versions(&self, id: &Id) -> Result<Vec<Version>, AppError>;
    /// The log of remarks.
    fn remarks(&self, id: &Id) -> Result<Vec<RemarkEntry>, AppError>;
    /// The rows of the edit log that led beyond a revision, in order.
    fn log_since(&self, id: &Id, revision: u32) -> Result<Vec<LogRow>, AppError>;
    /// The reasons that were given for findings, while a catalogue is being prepared.
    fn excuses(&self, id: &Id) -> Result<Vec<Excuse>, AppError>;
    /// Keeps the reason for a finding; an empty one takes it away.
    fn excuse(&mut self, id: &Id, excuse: &Excuse) -> Result<(), AppError>;
    /// Keeps signed steps, what they were made on, and remarks; returns the revision afterwards.
    fn sign(&mut self, id: &Id, expected: u32, new: &NewRecords<'_>) -> Result<u32, AppError>;
    /// Keeps a catalogue from another PC, with all that proves where it stands.
    fn arrive(&mut self, id: &Id, new: &NewArrival<'_>) -> Result<(), AppError>;
    /// What of the place was altered by somebody else than this program, catalogues in use aside.
    fn unsealed(&self) -> Result<Vec<Sealed>, AppError>;
    /// What of a catalogue was altered by somebody else than this program.
    fn unsealed_of(&self, id: &Id) -> Result<Vec<Sealed>, AppError>;
}

impl SignedLibrary for Store {
    fn people(&self) -> Result<Vec<KeptPerson>, AppError> {
        Ok(Store::people(self)?)
    }

    fn keep_person(&mut self, kept: &KeptPerson, entry: &PeopleEntry) -> Result<(), AppError> {
        Ok(Store::keep_person(self, kept, entry)?)
    }

    fn keep_tries(&mut self, person: &Id, tries: Tries) -> Result<(), AppError> {
        Ok(Store::keep_tries(self, person, tries)?)
    }

    fn people_log(&self) -> Result<Vec<PeopleEntry>, AppError> {
        Ok(Store::people_log(self)?)
    }

    fn keys(&self) -> Result<Vec<KnownKey>, AppError> {
        Ok(Store::keys(self)?)
    }

    fn trust(&mut self, key: &KnownKey, entry: &PeopleEntry) -> Result<(), AppError> {
        Ok(Store::trust(self, key, entry)?)
    }

    fn policy(&self) -> Result<Policy, AppError> {
        Ok(Store::policy(self)?)
    }

    fn set_policy(&mut self, policy: Policy) -> Result<(), AppError> {
        Ok(Store::set_policy(self, policy)?)
    }

    fn standing(&self, id: &Id) -> Result<(Stage, u32), AppError> {
        Ok(Store::standing(self, id)?)
    }

    fn records(&self, id: &Id) -> Result<Vec<Record>, AppError> {
        Ok(Store::records(self, id)?)
    }

    fn versions(&self, id: &Id) -> Result<Vec<Version>, AppError> {
        Ok(Store::versions(self, id)?)
    }

    fn remarks(&self, id: &Id) -> Result<Vec<RemarkEntry>, AppError> {
        Ok(Store::remarks(self, id)?)
    }

    fn log_since(&self, id: &Id, revision: u32) -> Result<Vec<LogRow>, AppError> {
        Ok(Store::log_since(self, id, revision)?)
    }

    fn excuses(&self, id: &Id) -> Result<Vec<Excuse>, AppError> {
        Ok(Store::excuses(self, id)?)
    }

    fn excuse(&mut self, id: &Id, excuse: &Excuse) -> Result<(), AppError> {
        Ok(Store::excuse(self, id, excuse)?)
    }

    fn sign(&mut self, id: &Id, expected: u32, new: &NewRecords<'_>) -> Result<u32, AppError> {
        Ok(Store::sign(self, id, expected, new)?)
    }

    fn arrive(&mut self, id: &Id, new: &NewArrival<'_>) -> Result<(), AppError> {
        Ok(Store::arrive(self, id, new)?)
    }

    fn unsealed(&self) -> Result<Vec<Sealed>, AppError> {
        Ok(Store::unsealed(self)?)
    }

    fn unsealed_of(&self, id: &Id) -> Result<Vec<Sealed>, AppError> {
        Ok(Store::unsealed_of(self, id)?)
    }
}
