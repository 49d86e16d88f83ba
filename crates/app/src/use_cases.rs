//! stub
use crate::{App, AppError, wire::*};
use mulu_model::{Id, Template};
use std::path::Path;
#[allow(missing_docs)]
impl App {
    pub fn history(&self, _id: &Id) -> Result<History, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn go_to(&self, _id: &Id, _steps: i32) -> Result<CatalogueView, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn copy_catalogue(&self, _id: &Id, _title: &str) -> Result<Id, AppError> {
        Err(AppError::NoSuchPlace)
    }
    pub fn items_to_pick(&self, _from: &PickFrom) -> Result<Vec<PickGroup>, AppError> {
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
}
