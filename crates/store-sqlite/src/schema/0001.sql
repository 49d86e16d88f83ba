-- The library, first schema. A row's order belongs to what contains it (group_order, item_order: JSON arrays of
-- identities), so that moving or inserting one of many writes one row. Numbers, counts and merged cells are
-- worked out and never stored.

CREATE TABLE catalogues (
    id          TEXT    NOT NULL PRIMARY KEY,
    heading     TEXT    NOT NULL CHECK (json_valid(heading)),
    template    TEXT    NOT NULL CHECK (json_valid(template)),
    group_order TEXT    NOT NULL CHECK (json_valid(group_order)),
    revision    INTEGER NOT NULL CHECK (revision >= 0),
    created_at  TEXT    NOT NULL,
    changed_at  TEXT    NOT NULL,
    deleted_at  TEXT
) STRICT;

CREATE TABLE groups (
    catalogue  TEXT NOT NULL REFERENCES catalogues (id),
    id         TEXT NOT NULL,
    name       TEXT NOT NULL,
    item_order TEXT NOT NULL CHECK (json_valid(item_order)),
    PRIMARY KEY (catalogue, id)
) STRICT;

CREATE TABLE items (
    catalogue TEXT NOT NULL REFERENCES catalogues (id),
    id        TEXT NOT NULL,
    body      TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (catalogue, id)
) STRICT;

-- Every edit, undo and redo: who, when, what, and what takes it back. Appended to, never changed.
CREATE TABLE edit_log (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT,
    catalogue TEXT    NOT NULL REFERENCES catalogues (id),
    revision  INTEGER NOT NULL,
    at        TEXT    NOT NULL,
    actor     TEXT    NOT NULL,
    kind      TEXT    NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
    edit      TEXT    NOT NULL CHECK (json_valid(edit)),
    inverse   TEXT    NOT NULL CHECK (json_valid(inverse)),
    UNIQUE (catalogue, revision)
) STRICT;

CREATE TRIGGER edit_log_is_never_changed BEFORE UPDATE ON edit_log
BEGIN
    SELECT RAISE (ABORT, 'the edit log is append only');
END;

CREATE TRIGGER edit_log_is_never_deleted BEFORE DELETE ON edit_log
BEGIN
    SELECT RAISE (ABORT, 'the edit log is append only');
END;

-- INSERT OR REPLACE deletes without the trigger above.
CREATE TRIGGER edit_log_is_never_replaced BEFORE INSERT ON edit_log
WHEN EXISTS (
    SELECT 1 FROM edit_log
    WHERE seq = NEW.seq OR (catalogue = NEW.catalogue AND revision = NEW.revision)
)
BEGIN
    SELECT RAISE (ABORT, 'the edit log is append only');
END;
