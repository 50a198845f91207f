-- What the words of each statement mean, for the search by meaning: 384 signed bytes, of which only the direction counts.
-- A statement without a row is not found by its meaning.
CREATE TABLE meanings (
    statement TEXT PRIMARY KEY NOT NULL REFERENCES statements (id),
    numbers BLOB NOT NULL
) WITHOUT ROWID;

DELETE FROM manifest WHERE key LIKE '%\_sha256' ESCAPE '\';
