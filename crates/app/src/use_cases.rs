//! stub
use crate::{App, AppError, wire::*};
use mulu_model::{ColumnKey, Id, Template};
use std::path::Path;
#[allow(missing_docs)]
impl App {
    pub fn suggest(&self, _id: &Id, _column: &ColumnKey, _typed: &str) -> Result<Vec<Term>, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn terms(&self, _id: &Id, _column: &ColumnKey) -> Result<Vec<TermUse>, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn rename_term_elsewhere(
        &self,
        _id: &Id,
        _column: &ColumnKey,
        _from: &str,
        _to: &str,
    ) -> Result<u32, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn find(&self, _id: &Id, _find: &Find, _replacement: &str) -> Result<Found, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn findings(&self, _id: &Id) -> Result<Vec<Finding>, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn template(&self, _source: &str, _kind: SourceKind) -> Result<NamedTemplate, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn keep_template(&self, _name: &str, _template: &Template) -> Result<Id, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn remove_template(&self, _id: &Id) -> Result<(), AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn import_template(&self, _path: &Path) -> Result<Id, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn export_template(
        &self,
        _name: &str,
        _template: &Template,
        _path: &Path,
    ) -> Result<ExportedFile, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn hidden_by(&self, _id: &Id, _template: &Template) -> Result<Vec<HiddenData>, AppError> {
        Err(AppError::NoSuchPlace)
    }
}
