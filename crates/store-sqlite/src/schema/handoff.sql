-- A hand-off file. Bodies are JSON as the model writes it; contents are canonical bytes of catalogues. Rows count from 1.

CREATE TABLE cover (
    seq       INTEGER PRIMARY KEY,
    body      TEXT NOT NULL,
    signature TEXT NOT NULL,
    content   BLOB NOT NULL
) STRICT;
CREATE TABLE versions (seq INTEGER PRIMARY KEY, number INTEGER NOT NULL, content BLOB NOT NULL) STRICT;
CREATE TABLE records (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE remarks (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE people (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE keys (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE edit_log (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
