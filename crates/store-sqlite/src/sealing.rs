//! Whether something other than this program has written to the library.

use std::sync::OnceLock;

use mulu_model::{
    Id,
    library::{LibraryError, SealedPart, Seals},
};
use rusqlite::Connection;

use crate::{
    error::Fault,
    migrations::migrate,
    seals::{self, Shape},
    store::Store,
};

impl Seals for Store {
    fn unsealed(&self) -> Result<Vec<SealedPart>, LibraryError> {
        unsealed(&self.connection).map_err(|fault| fault.at(&self.path))
    }

    fn unsealed_of(&self, catalogue: &Id) -> Result<Vec<SealedPart>, LibraryError> {
        seals::unsealed_of(&self.connection, catalogue).map_err(|fault| fault.at(&self.path))
    }
}

fn unsealed(connection: &Connection) -> Result<Vec<SealedPart>, Fault> {
    seals::unsealed(connection, expected_shape()?)
}

/// Tables, triggers and indexes of a new library.
fn expected_shape() -> Result<&'static Shape, Fault> {
    static SHAPE: OnceLock<Shape> = OnceLock::new();
    if let Some(shape) = SHAPE.get() {
        return Ok(shape);
    }
    let mut connection = Connection::open_in_memory()?;
    migrate(&mut connection)?;
    let found = seals::shape(&connection)?;
    Ok(SHAPE.get_or_init(|| found))
}
