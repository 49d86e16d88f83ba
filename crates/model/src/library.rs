//! 目录库: where catalogues are kept, as use cases see it.
//!
//! A library is asked by subject: [`Catalogues`], [`Templates`], [`People`], [`SignedSteps`], [`Settings`] and [`Seals`].
//! Every method that writes does so wholly or not at all, and what was signed or logged is never changed. Several
//! programs may have one library open: each sees what the others have written, and a change that was made for an older
//! state is refused ([`LibraryError::Stale`]).
//!
//! Whatever keeps a library passes the tests of `tests/contract`.

mod error;
mod rows;

use std::path::Path;

use jiff::Timestamp;

use crate::{
    catalogue::Catalogue,
    id::Id,
    log::LogRow,
    signoff::{Excuse, KnownKey, Policy, Record, RemarkEntry, Stage, Tries, Version},
    template::Template,
};

pub use error::LibraryError;
pub use rows::{
    KeptPerson, KeptTemplate, LoadedCatalogue, LoggedStep, NewArrival, NewRecords, NewStep, PeopleAct,
    PeopleEntry, SealedPart, Summary,
};

/// The subjects of a library, for whoever calls their methods on a type and not on a `dyn Library`.
pub mod prelude {
    pub use super::{Catalogues, Library, People, Seals, Settings, SignedSteps, Templates};
}

/// An open library.
pub trait Library: Catalogues + Templates + People + SignedSteps + Settings + Seals + Send {
    /// The place where it is kept, to be shown to users.
    fn place(&self) -> &Path;
}

/// The catalogues with their edit logs.
pub trait Catalogues {
    /// All catalogues: those in use, last changed first, then those in the bin, last deleted first.
    ///
    /// # Errors
    /// [`LibraryError::Damaged`] and what reading can meet, here as in all that follows.
    fn list(&self) -> Result<Vec<Summary>, LibraryError>;

    /// Keeps a new catalogue; `copied_from` is the one of which it is a copy.
    ///
    /// # Errors
    /// What writing can meet, here as in all that follows; nothing was written then.
    fn create(
        &mut self,
        id: &Id,
        catalogue: &Catalogue,
        copied_from: Option<&Id>,
        at: Timestamp,
    ) -> Result<(), LibraryError>;

    /// A whole catalogue.
    ///
    /// # Errors
    /// [`LibraryError::NoCatalogue`] where there is none or it is in the bin.
    fn load(&self, id: &Id) -> Result<LoadedCatalogue, LibraryError>;

    /// The revision that a catalogue has now.
    ///
    /// # Errors
    /// As [`Catalogues::load`].
    fn revision(&self, id: &Id) -> Result<u32, LibraryError>;

    /// Where a catalogue stands: 状态 and 版本号.
    ///
    /// # Errors
    /// As [`Catalogues::load`].
    fn standing(&self, id: &Id) -> Result<(Stage, u32), LibraryError>;

    /// Keeps steps that have been applied to a catalogue one after the other, with their rows in the log. `expected` is
    /// the revision to which the first was applied, `after` the catalogue as it is now. Returns the new revision.
    ///
    /// # Errors
    /// [`LibraryError::Stale`] where the library has another revision, [`LibraryError::Submitted`] where the catalogue is
    /// not being prepared, [`LibraryError::NoCatalogue`].
    fn apply(
        &mut self,
        id: &Id,
        expected: u32,
        steps: &[NewStep<'_>],
        after: &Catalogue,
    ) -> Result<u32, LibraryError>;

    /// The changes that undo takes back, one after the other, last made first; at most `limit`.
    ///
    /// # Errors
    /// What reading can meet.
    fn done(&self, id: &Id, limit: usize) -> Result<Vec<LoggedStep>, LibraryError>;

    /// The changes that redo makes again, one after the other; at most `limit`.
    ///
    /// # Errors
    /// What reading can meet.
    fn undone(&self, id: &Id, limit: usize) -> Result<Vec<LoggedStep>, LibraryError>;

    /// The rows of the edit log that led beyond a revision, in order.
    ///
    /// # Errors
    /// What reading can meet.
    fn log_since(&self, id: &Id, revision: u32) -> Result<Vec<LogRow>, LibraryError>;

    /// Puts a catalogue into the bin. It stays whole.
    ///
    /// # Errors
    /// [`LibraryError::NoCatalogue`] where there is none or it is there already.
    fn delete(&mut self, id: &Id, at: Timestamp) -> Result<(), LibraryError>;

    /// Takes a catalogue out of the bin.
    ///
    /// # Errors
    /// [`LibraryError::NoCatalogue`] where there is none in the bin.
    fn restore(&mut self, id: &Id) -> Result<(), LibraryError>;
}

/// The templates that users have kept for other catalogues.
pub trait Templates {
    /// All of them, by name.
    ///
    /// # Errors
    /// What reading can meet.
    fn list_templates(&self) -> Result<Vec<KeptTemplate>, LibraryError>;

    /// Keeps a template under a new identity.
    ///
    /// # Errors
    /// What writing can meet; nothing was written then.
    fn keep_template(
        &mut self,
        id: &Id,
        name: &str,
        template: &Template,
        at: Timestamp,
    ) -> Result<(), LibraryError>;

    /// Takes a kept template out.
    ///
    /// # Errors
    /// [`LibraryError::NoTemplate`]
    fn remove_template(&mut self, id: &Id) -> Result<(), LibraryError>;
}

/// The people of the workplace, and all keys that are trusted here.
pub trait People {
    /// The people, also those not in use, by identity.
    ///
    /// # Errors
    /// What reading can meet.
    fn people(&self) -> Result<Vec<KeptPerson>, LibraryError>;

    /// Keeps a person, new or changed, with a row of the log. A key that is not known yet becomes known as theirs.
    ///
    /// # Errors
    /// What writing can meet; nothing was written then.
    fn keep_person(&mut self, kept: &KeptPerson, entry: &PeopleEntry) -> Result<(), LibraryError>;

    /// Keeps how many wrong PINs there were in a row, and when the last was.
    ///
    /// # Errors
    /// [`LibraryError::NoPerson`]
    fn keep_tries(&mut self, person: &Id, tries: Tries) -> Result<(), LibraryError>;

    /// What was done to people, first to last.
    ///
    /// # Errors
    /// What reading can meet.
    fn people_log(&self) -> Result<Vec<PeopleEntry>, LibraryError>;

    /// All keys that are trusted here.
    ///
    /// # Errors
    /// What reading can meet.
    fn keys(&self) -> Result<Vec<KnownKey>, LibraryError>;

    /// Trusts the key of a person elsewhere, with a row of the log.
    ///
    /// # Errors
    /// What writing can meet, also where the key is known already; nothing was written then.
    fn trust(&mut self, key: &KnownKey, entry: &PeopleEntry) -> Result<(), LibraryError>;
}

/// The steps of sign-off, what they were made on, and what was said on the way.
pub trait SignedSteps {
    /// The signed steps of a catalogue, in order.
    ///
    /// # Errors
    /// What reading can meet.
    fn records(&self, id: &Id) -> Result<Vec<Record>, LibraryError>;

    /// What the steps of a catalogue were made on, by version. Nothing is proved: the digests are those it is kept as.
    ///
    /// # Errors
    /// What reading can meet.
    fn versions(&self, id: &Id) -> Result<Vec<Version>, LibraryError>;

    /// The log of a catalogue's remarks.
    ///
    /// # Errors
    /// What reading can meet.
    fn remarks(&self, id: &Id) -> Result<Vec<RemarkEntry>, LibraryError>;

    /// The reasons that have been given for findings of a catalogue; some of the findings may be gone.
    ///
    /// # Errors
    /// What reading can meet.
    fn excuses(&self, id: &Id) -> Result<Vec<Excuse>, LibraryError>;

    /// Keeps the reason for a finding in the place of an earlier one; an empty reason takes that away.
    ///
    /// # Errors
    /// What writing can meet.
    fn excuse(&mut self, id: &Id, excuse: &Excuse) -> Result<(), LibraryError>;

    /// Keeps steps that have been signed, with what they were made on, and remarks. `expected` is the revision that the
    /// catalogue has. Returns the revision that it has afterwards.
    ///
    /// # Errors
    /// [`LibraryError::Stale`] where the library has another revision or other steps, [`LibraryError::Submitted`] where
    /// edits come and no step lets the catalogue be prepared, [`LibraryError::NoCatalogue`]; nothing was written then.
    fn sign(&mut self, id: &Id, expected: u32, new: &NewRecords<'_>) -> Result<u32, LibraryError>;

    /// Keeps a catalogue from another PC, with all that proves where it stands.
    ///
    /// # Errors
    /// What writing can meet, also where there is such a catalogue; nothing was written then.
    fn arrive(&mut self, id: &Id, new: &NewArrival<'_>) -> Result<(), LibraryError>;
}

/// What the office has set.
pub trait Settings {
    /// The rules of sign-off; the strictest where nothing was set.
    ///
    /// # Errors
    /// What reading can meet.
    fn policy(&self) -> Result<Policy, LibraryError>;

    /// Sets the rules of sign-off.
    ///
    /// # Errors
    /// What writing can meet.
    fn set_policy(&mut self, policy: Policy) -> Result<(), LibraryError>;
}

/// Whether something other than this program has written to the library.
pub trait Seals {
    /// What of the library was altered, catalogues in use aside.
    ///
    /// # Errors
    /// What reading can meet.
    fn unsealed(&self) -> Result<Vec<SealedPart>, LibraryError>;

    /// What of a catalogue was altered.
    ///
    /// # Errors
    /// What reading can meet.
    fn unsealed_of(&self, id: &Id) -> Result<Vec<SealedPart>, LibraryError>;
}
