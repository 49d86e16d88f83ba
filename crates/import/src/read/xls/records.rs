//! The records of a workbook's stream.

use super::super::error::Fault;

pub(super) const BOF: u16 = 0x0809;
pub(super) const EOF: u16 = 0x000a;
pub(super) const CONTINUE: u16 = 0x003c;
pub(super) const FILEPASS: u16 = 0x002f;
pub(super) const DATEMODE: u16 = 0x0022;
pub(super) const FONT: u16 = 0x0031;
pub(super) const FORMAT: u16 = 0x041e;
pub(super) const XF: u16 = 0x00e0;
pub(super) const BOUNDSHEET: u16 = 0x0085;
pub(super) const SST: u16 = 0x00fc;
pub(super) const ROW: u16 = 0x0208;
pub(super) const COLINFO: u16 = 0x007d;
pub(super) const LABELSST: u16 = 0x00fd;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const RSTRING: u16 = 0x00d6;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const RK: u16 = 0x027e;
pub(super) const MULRK: u16 = 0x00bd;
pub(super) const FORMULA: u16 = 0x0006;
pub(super) const STRING: u16 = 0x0207;
pub(super) const BOOLERR: u16 = 0x0205;
pub(super) const MERGEDCELLS: u16 = 0x00e5;

/// Bytes of a record before its data.
pub(super) const HEAD: usize = 4;

/// A record.
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
}

/// Records one after the other, up to the end of the stream.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    /// The records from an offset on.
    pub(super) fn at(bytes: &'a [u8], offset: usize) -> Self {
        Self { rest: bytes.get(offset..).unwrap_or_default() }
    }

    /// The data of the records that go on with the one just read.
    pub(super) fn continued(&mut self) -> Vec<&'a [u8]> {
        let mut parts = Vec::new();
        while u16_at(self.rest, 0) == Ok(CONTINUE)
            && let Some(Ok(record)) = self.next()
        {
            parts.push(record.data);
        }
        parts
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<Record<'a>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.len() < HEAD {
            return None;
        }
        let (kind, length) = (u16_at(self.rest, 0).ok()?, usize::from(u16_at(self.rest, 2).ok()?));
        let Some(data) = self.rest.get(HEAD..HEAD + length) else {
            self.rest = &[];
            return Some(Err(Fault::Truncated));
        };
        self.rest = &self.rest[HEAD + length..];
        Some(Ok(Record { kind, data }))
    }
}

fn bytes_at<const N: usize>(data: &[u8], at: usize) -> Result<[u8; N], Fault> {
    data.get(at..).and_then(|rest| rest.first_chunk()).copied().ok_or(Fault::Damaged)
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Result<u16, Fault> {
    bytes_at(data, at).map(u16::from_le_bytes)
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Result<u32, Fault> {
    bytes_at(data, at).map(u32::from_le_bytes)
}

pub(super) fn f64_at(data: &[u8], at: usize) -> Result<f64, Fault> {
    bytes_at(data, at).map(f64::from_le_bytes)
}
