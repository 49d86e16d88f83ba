-- A row that is joined is one step with the row before it, such as typing that went on after a pause: its inverse
-- leads to before both.
ALTER TABLE edit_log ADD COLUMN joined INTEGER NOT NULL DEFAULT 0 CHECK (joined IN (0, 1));

-- The catalogue of which this one was made as a copy: its groups and items have the same identities.
ALTER TABLE catalogues ADD COLUMN copied_from TEXT;

-- Templates that users have kept for other catalogues.
CREATE TABLE templates (
    id      TEXT NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    kept_at TEXT NOT NULL
) STRICT;
