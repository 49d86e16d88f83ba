-- Sign-off: who people are, what they have signed, and what that was. Tables without rowid, so that nothing can be
-- replaced by its hidden number; triggers, so that what is signed stays as it is whoever writes to the file. Whether
-- somebody has taken the triggers out is proved by the signatures.

ALTER TABLE catalogues ADD COLUMN stage TEXT NOT NULL DEFAULT 'preparing'
    CHECK (stage IN ('preparing', 'secrecy_review', 'in_review', 'in_approval', 'approved'));
ALTER TABLE catalogues ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);

CREATE TABLE settings (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- The people of this workplace, each with the signing key under the PIN and the wrong PINs in a row.
CREATE TABLE people (
    id           TEXT    NOT NULL PRIMARY KEY,
    body         TEXT    NOT NULL CHECK (json_valid(body)),
    sealed_key   TEXT    NOT NULL CHECK (json_valid(sealed_key)),
    failed_tries INTEGER NOT NULL DEFAULT 0,
    last_try_at  TEXT
) STRICT, WITHOUT ROWID;

-- Who was added, changed, or given a new key, by whom. Appended to, never changed.
CREATE TABLE people_log (
    seq  INTEGER NOT NULL PRIMARY KEY,
    body TEXT    NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

-- All keys that are known to be a person's, also old ones and those of people elsewhere. Appended to, never changed.
CREATE TABLE keys (
    public_key TEXT NOT NULL PRIMARY KEY,
    body       TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

-- The signed steps of each catalogue. Appended to, never changed.
CREATE TABLE records (
    catalogue TEXT    NOT NULL REFERENCES catalogues (id),
    seq       INTEGER NOT NULL,
    body      TEXT    NOT NULL CHECK (json_valid(body)),
    action    TEXT    NOT NULL AS (body ->> '$.statement.action'),
    stage     TEXT    NOT NULL AS (body ->> '$.statement.stage'),
    version   INTEGER NOT NULL AS (body ->> '$.statement.version'),
    PRIMARY KEY (catalogue, seq)
) STRICT, WITHOUT ROWID;

-- What steps were made on: canonical bytes, by version and digest. Never changed; none comes to an approved version.
CREATE TABLE versions (
    catalogue TEXT    NOT NULL REFERENCES catalogues (id),
    number    INTEGER NOT NULL,
    digest    TEXT    NOT NULL,
    content   BLOB    NOT NULL,
    PRIMARY KEY (catalogue, number, digest)
) STRICT, WITHOUT ROWID;

-- The log of remarks of each catalogue. Appended to, never changed.
CREATE TABLE remarks (
    catalogue TEXT    NOT NULL REFERENCES catalogues (id),
    seq       INTEGER NOT NULL,
    body      TEXT    NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (catalogue, seq)
) STRICT, WITHOUT ROWID;

-- Reasons for findings, while a catalogue is being prepared; those in force go into the record of its submission.
CREATE TABLE excuses (
    catalogue TEXT NOT NULL REFERENCES catalogues (id),
    finding   TEXT NOT NULL CHECK (json_valid(finding)),
    body      TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (catalogue, finding)
) STRICT, WITHOUT ROWID;

-- What is only appended to.

CREATE TRIGGER people_log_is_never_changed BEFORE UPDATE ON people_log
BEGIN SELECT RAISE (ABORT, 'the log of people is append only'); END;
CREATE TRIGGER people_log_is_never_deleted BEFORE DELETE ON people_log
BEGIN SELECT RAISE (ABORT, 'the log of people is append only'); END;
CREATE TRIGGER people_log_is_only_appended_to BEFORE INSERT ON people_log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM people_log)
BEGIN SELECT RAISE (ABORT, 'the log of people is append only'); END;

CREATE TRIGGER keys_are_never_changed BEFORE UPDATE ON keys
BEGIN SELECT RAISE (ABORT, 'keys are append only'); END;
CREATE TRIGGER keys_are_never_deleted BEFORE DELETE ON keys
BEGIN SELECT RAISE (ABORT, 'keys are append only'); END;
CREATE TRIGGER keys_are_never_replaced BEFORE INSERT ON keys
WHEN EXISTS (SELECT 1 FROM keys WHERE public_key = NEW.public_key)
BEGIN SELECT RAISE (ABORT, 'keys are append only'); END;

CREATE TRIGGER records_are_never_changed BEFORE UPDATE ON records
BEGIN SELECT RAISE (ABORT, 'records are append only'); END;
CREATE TRIGGER records_are_never_deleted BEFORE DELETE ON records
BEGIN SELECT RAISE (ABORT, 'records are append only'); END;
CREATE TRIGGER records_are_only_appended_to BEFORE INSERT ON records
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM records WHERE catalogue = NEW.catalogue)
BEGIN SELECT RAISE (ABORT, 'records are append only'); END;

CREATE TRIGGER versions_are_never_changed BEFORE UPDATE ON versions
BEGIN SELECT RAISE (ABORT, 'versions are append only'); END;
CREATE TRIGGER versions_are_never_deleted BEFORE DELETE ON versions
BEGIN SELECT RAISE (ABORT, 'versions are append only'); END;
CREATE TRIGGER versions_are_never_replaced BEFORE INSERT ON versions
WHEN EXISTS (
    SELECT 1 FROM versions WHERE catalogue = NEW.catalogue AND number = NEW.number AND digest = NEW.digest
)
BEGIN SELECT RAISE (ABORT, 'versions are append only'); END;
CREATE TRIGGER approved_versions_are_complete BEFORE INSERT ON versions
WHEN EXISTS (
    SELECT 1 FROM records WHERE catalogue = NEW.catalogue AND version = NEW.number AND action = 'approve'
)
BEGIN SELECT RAISE (ABORT, 'the version is approved'); END;

CREATE TRIGGER remarks_are_never_changed BEFORE UPDATE ON remarks
BEGIN SELECT RAISE (ABORT, 'remarks are append only'); END;
CREATE TRIGGER remarks_are_never_deleted BEFORE DELETE ON remarks
BEGIN SELECT RAISE (ABORT, 'remarks are append only'); END;
CREATE TRIGGER remarks_are_only_appended_to BEFORE INSERT ON remarks
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM remarks WHERE catalogue = NEW.catalogue)
BEGIN SELECT RAISE (ABORT, 'remarks are append only'); END;

-- What is submitted or approved stays as it is. The older tables have a hidden number by which a row could be
-- replaced; so that is looked at too.

CREATE TRIGGER catalogues_are_never_replaced BEFORE INSERT ON catalogues
WHEN NEW.stage <> 'preparing' OR NEW.version <> 1
    OR EXISTS (SELECT 1 FROM catalogues WHERE id = NEW.id OR rowid = NEW.rowid)
BEGIN SELECT RAISE (ABORT, 'the catalogue is there already, or was never signed'); END;
CREATE TRIGGER a_signed_catalogue_is_never_deleted BEFORE DELETE ON catalogues
WHEN EXISTS (SELECT 1 FROM records WHERE catalogue = OLD.id)
BEGIN SELECT RAISE (ABORT, 'the catalogue is signed'); END;
CREATE TRIGGER a_submitted_catalogue_is_never_changed BEFORE UPDATE ON catalogues
WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid
    OR OLD.stage <> 'preparing' AND (
        NEW.heading IS NOT OLD.heading OR NEW.template IS NOT OLD.template
        OR NEW.group_order IS NOT OLD.group_order OR NEW.revision IS NOT OLD.revision
    )
BEGIN SELECT RAISE (ABORT, 'the catalogue is submitted'); END;
CREATE TRIGGER a_stage_is_what_the_last_record_says BEFORE UPDATE OF stage, version ON catalogues
WHEN (NEW.stage IS NOT OLD.stage OR NEW.version IS NOT OLD.version) AND NOT EXISTS (
    SELECT 1 FROM records
    WHERE catalogue = NEW.id AND stage = NEW.stage AND version = NEW.version
        AND seq = (SELECT max(seq) FROM records WHERE catalogue = NEW.id)
)
BEGIN SELECT RAISE (ABORT, 'no record says so'); END;

CREATE TRIGGER groups_of_a_submitted_catalogue_stay_alone BEFORE INSERT ON groups
WHEN EXISTS (
    SELECT 1 FROM catalogues
    WHERE stage <> 'preparing' AND id IN (NEW.catalogue, (SELECT catalogue FROM groups WHERE rowid = NEW.rowid))
)
BEGIN SELECT RAISE (ABORT, 'the catalogue is submitted'); END;
CREATE TRIGGER groups_of_a_submitted_catalogue_are_never_changed BEFORE UPDATE ON groups
WHEN NEW.rowid IS NOT OLD.rowid OR EXISTS (
    SELECT 1 FROM catalogues WHERE stage <> 'preparing' AND id IN (OLD.catalogue, NEW.catalogue)
)
BEGIN SELECT RAISE (ABORT, 'the catalogue is submitted'); END;
CREATE TRIGGER groups_of_a_submitted_catalogue_are_never_deleted BEFORE DELETE ON groups
WHEN EXISTS (SELECT 1 FROM catalogues WHERE stage <> 'preparing' AND id = OLD.catalogue)
BEGIN SELECT RAISE (ABORT, 'the catalogue is submitted'); END;

CREATE TRIGGER items_of_a_submitted_catalogue_stay_alone BEFORE INSERT ON items
WHEN EXISTS (
    SELECT 1 FROM catalogues
    WHERE stage <> 'preparing' AND id IN (NEW.catalogue, (SELECT catalogue FROM items WHERE rowid = NEW.rowid))
)
BEGIN SELECT RAISE (ABORT, 'the catalogue is submitted'); END;
CREATE TRIGGER items_of_a_submitted_catalogue_are_never_changed BEFORE UPDATE ON items
WHEN NEW.rowid IS NOT OLD.rowid OR EXISTS (
    SELECT 1 FROM catalogues WHERE stage <> 'preparing' AND id IN (OLD.catalogue, NEW.catalogue)
)
BEGIN SELECT RAISE (ABORT, 'the catalogue is submitted'); END;
CREATE TRIGGER items_of_a_submitted_catalogue_are_never_deleted BEFORE DELETE ON items
WHEN EXISTS (SELECT 1 FROM catalogues WHERE stage <> 'preparing' AND id = OLD.catalogue)
BEGIN SELECT RAISE (ABORT, 'the catalogue is submitted'); END;

CREATE TRIGGER the_log_of_a_submitted_catalogue_rests BEFORE INSERT ON edit_log
WHEN EXISTS (SELECT 1 FROM catalogues WHERE stage <> 'preparing' AND id = NEW.catalogue)
BEGIN SELECT RAISE (ABORT, 'the catalogue is submitted'); END;
