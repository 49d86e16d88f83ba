//! The file that holds the parts of a Word document.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::WriteError;

/// The effort of compression, for the same reason as in a workbook.
const EFFORT: i64 = 3;

/// The file: a ZIP archive whose bytes depend on its content only.
pub(super) struct Package {
    archive: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    pub(super) fn new() -> Self {
        Self { archive: ZipWriter::new(Cursor::default()) }
    }

    /// Begins a part, which [`Package::write`] fills.
    pub(super) fn begin(&mut self, name: &str) -> Result<(), WriteError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(EFFORT))
            .last_modified_time(DateTime::default());
        Ok(self.archive.start_file(name, options)?)
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.archive.write_all(bytes).map_err(ZipError::from)?;
        Ok(())
    }

    pub(super) fn put(&mut self, name: &str, content: &[u8]) -> Result<(), WriteError> {
        self.begin(name)?;
        self.write(content)
    }

    pub(super) fn finish(self) -> Result<Vec<u8>, WriteError> {
        Ok(self.archive.finish()?.into_inner())
    }
}
