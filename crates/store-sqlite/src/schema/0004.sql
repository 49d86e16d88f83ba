-- Seals: for each table, and where its rows belong to catalogues for each of these, the sum of the digests of its rows.
-- They are kept up by triggers that call a function of this program (`seals.rs`), so that whoever writes past it fails,
-- or is found. Tables without a catalogue have the empty name there.

CREATE TABLE seals (
    name      TEXT NOT NULL,
    catalogue TEXT NOT NULL,
    sum       BLOB NOT NULL,
    PRIMARY KEY (name, catalogue)
) STRICT, WITHOUT ROWID;
