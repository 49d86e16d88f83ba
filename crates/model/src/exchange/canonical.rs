//! Canonical bytes: one sequence of bytes for one catalogue, whatever wrote it, so that two copies can be
//! compared and a digest means something.

use serde::Serialize;
use serde_json::Value;

use super::{read, write::CatalogueOut};
use crate::{Catalogue, Id};

/// The catalogue in the exchange format, with identities, keys sorted by code point, and without white space
/// between tokens.
pub fn canonical_bytes(catalogue: &Catalogue) -> Vec<u8> {
    canonical_json(&CatalogueOut(catalogue))
}

/// The catalogue of canonical bytes; `None` where they are anything else, if only by a space.
pub fn read_canonical(bytes: &[u8]) -> Option<Catalogue> {
    // What has no identity of its own is not canonical: the bytes would then differ.
    let catalogue = read(bytes, &mut Id::placeholder).ok()?;
    (canonical_bytes(&catalogue) == bytes).then_some(catalogue)
}

/// A value as JSON in one way only: keys sorted by code point, no white space between tokens. For what is made of
/// structures, lists and texts, as all that is signed here is; of anything that JSON cannot hold nothing is written.
pub fn canonical_json(value: &(impl Serialize + ?Sized)) -> Vec<u8> {
    let mut out = Vec::new();
    // Maps with text keys into memory: neither step can fail.
    if let Ok(value) = serde_json::to_value(value) {
        put(&value, &mut out);
    }
    out
}

/// Sorts explicitly: whether a JSON map is sorted depends on features that any crate may switch on.
fn put(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by(|a, b| a.0.cmp(b.0));
            out.push(b'{');
            for (index, (key, value)) in entries.into_iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                put(&Value::String(key.clone()), out);
                out.push(b':');
                put(value, out);
            }
            out.push(b'}');
        }
        Value::Array(values) => {
            out.push(b'[');
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                put(value, out);
            }
            out.push(b']');
        }
        scalar => out.extend_from_slice(scalar.to_string().as_bytes()),
    }
}
