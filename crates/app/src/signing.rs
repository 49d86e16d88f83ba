//! The sign-off of a catalogue: its steps, what is said about it, and its proof.

use mulu_model::Id;

use crate::{
    App, AppError,
    wire::{Action, CodeAnswer, ExcuseView, RemarkRequest, SignoffView},
};

impl App {
    /// All that is to be known of the sign-off of a catalogue.
    ///
    /// # Errors
    /// [`AppError::NoCatalogue`]
    pub fn signoff(&self, id: &Id) -> Result<SignoffView, AppError> {
        todo!()
    }

    /// Takes a step, signed by the one who is working.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`], [`AppError::WrongPin`], [`AppError::MustWait`], [`AppError::LostKey`],
    /// [`AppError::StepRefused`], [`AppError::ChangedElsewhere`].
    pub fn take_step(&self, id: &Id, action: Action, pin: &str) -> Result<SignoffView, AppError> {
        todo!()
    }

    /// Makes an entry in the log of remarks.
    ///
    /// # Errors
    /// [`AppError::NobodyIsWorking`], [`AppError::RemarkRefused`], [`AppError::TextTooLong`].
    pub fn remark(&self, id: &Id, request: RemarkRequest) -> Result<SignoffView, AppError> {
        todo!()
    }

    /// Says why a finding is left as it is.
    ///
    /// # Errors
    /// [`AppError::NotEditable`], [`AppError::TextTooLong`].
    pub fn excuse(&self, id: &Id, excuse: ExcuseView) -> Result<SignoffView, AppError> {
        todo!()
    }

    /// What a printed check code belongs to.
    ///
    /// # Errors
    /// [`AppError::BadCheckCode`]
    pub fn check_code(&self, code: &str) -> Result<CodeAnswer, AppError> {
        todo!()
    }
}
