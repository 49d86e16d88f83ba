//! Packed documents: their parts by name, unpacked as they are read and never beyond the limit.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use zip::{ZipArchive, result::ZipError};

use super::{
    error::{Fault, Measure},
    limits,
    xml::Xml,
};

/// A packed document.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: Left,
}

/// What may still be unpacked.
struct Left {
    bytes: u64,
    tags: u64,
}

impl<'a> Archive<'a> {
    /// Reads the list of entries. A file that does not even end in one was cut short.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Truncated)?;
        if zip.len() > limits::ENTRIES {
            return Err(Fault::TooLarge(Measure::Entries));
        }
        for index in 0..zip.len() {
            // A damaged entry matters only if it is asked for.
            if zip.by_index_raw(index).is_ok_and(|entry| entry.encrypted()) {
                return Err(Fault::Encrypted);
            }
        }
        Ok(Self { zip, left: Left { bytes: limits::UNPACKED_BYTES, tags: limits::TAGS } })
    }

    /// Whether there is an entry of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The entry as a stream; `None` if there is none of that name.
    pub(super) fn stream(&mut self, name: &str) -> Result<Option<impl BufRead + use<'_, 'a>>, Fault> {
        match self.zip.by_name(name) {
            Ok(entry) => Ok(Some(BufReader::with_capacity(1 << 16, Bounded { entry, left: &mut self.left }))),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(_) => Err(Fault::Damaged),
        }
    }

    /// The entry as XML; `None` if there is none of that name.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Xml<impl BufRead + use<'_, 'a>>>, Fault> {
        Ok(self.stream(name)?.map(Xml::new))
    }

    /// A small entry whole.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(mut stream) = self.stream(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }
}

/// Unpacks no more than is left for the whole file.
struct Bounded<'a, R> {
    entry: R,
    left: &'a mut Left,
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.entry.read(buffer)?;
        let tags = buffer[..count].iter().filter(|byte| **byte == b'<').count();
        let take = |left: &mut u64, count: usize, too_many: io::ErrorKind| {
            *left = left.checked_sub(count as u64).ok_or(too_many)?;
            Ok::<_, io::Error>(())
        };
        take(&mut self.left.bytes, count, io::ErrorKind::FileTooLarge)?;
        take(&mut self.left.tags, tags, io::ErrorKind::StorageFull)?;
        Ok(count)
    }
}
