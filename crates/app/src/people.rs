//! People, who is working, and what the office has set.

use mulu_model::Id;

use crate::{
    App, AppError,
    wire::{OfficeView, PersonDraft, Policy},
};

impl App {
    /// Who works with this library.
    ///
    /// # Errors
    /// Here and below: the codes for the library file.
    pub fn office(&self) -> Result<OfficeView, AppError> {
        todo!()
    }

    /// Makes a person and returns the identity. The first one may be made by anybody, becomes 管理 too, and is
    /// then working.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`], [`AppError::BadPerson`], [`AppError::NameTaken`],
    /// [`AppError::BadPin`].
    pub fn add_person(&self, person: PersonDraft, pin: &str) -> Result<Id, AppError> {
        todo!()
    }

    /// Changes name, unit, roles, or whether the person may act.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`], [`AppError::NoPerson`], [`AppError::BadPerson`],
    /// [`AppError::NameTaken`], [`AppError::LastAdministrator`].
    pub fn change_person(&self, id: &Id, person: PersonDraft) -> Result<OfficeView, AppError> {
        todo!()
    }

    /// Gives the one who is working another PIN; the key stays.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`], [`AppError::WrongPin`], [`AppError::MustWait`], [`AppError::BadPin`].
    pub fn change_pin(&self, old: &str, new: &str) -> Result<(), AppError> {
        todo!()
    }

    /// Gives a person another PIN, and with it another key.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`], [`AppError::NoPerson`], [`AppError::BadPin`].
    pub fn reset_pin(&self, id: &Id, pin: &str) -> Result<OfficeView, AppError> {
        todo!()
    }

    /// Somebody begins to work, with the PIN.
    ///
    /// # Errors
    /// [`AppError::NoPerson`], [`AppError::WrongPin`], [`AppError::MustWait`], [`AppError::LostKey`].
    pub fn come(&self, id: &Id, pin: &str) -> Result<OfficeView, AppError> {
        todo!()
    }

    /// Whoever is working stops; also after a while without a key.
    ///
    /// # Errors
    /// The codes for the library file.
    pub fn leave(&self) -> Result<OfficeView, AppError> {
        todo!()
    }

    /// Sets what the office wants.
    ///
    /// # Errors
    /// [`AppError::NotAnAdministrator`]
    pub fn set_policy(&self, policy: Policy) -> Result<OfficeView, AppError> {
        todo!()
    }
}
