-- Corrections are applied: what the record shows is the machine's reading as people have corrected it. The machine's
-- own reading is kept beside it.

-- `target` and `new` are ids as they were when the correction was made; `applies_to` is that of the item today.
ALTER TABLE corrections ADD COLUMN kind TEXT NOT NULL DEFAULT 'statement';
ALTER TABLE corrections ADD COLUMN state TEXT NOT NULL DEFAULT 'applied';
ALTER TABLE corrections ADD COLUMN applies_to TEXT;
ALTER TABLE corrections ADD COLUMN machine TEXT;
CREATE INDEX corrections_by_item ON corrections (applies_to);

-- The words that the target stood on, and those of the item that `new` names. Their report may be gone.
CREATE TABLE correction_places (
    correction TEXT NOT NULL REFERENCES corrections (id),
    number INTEGER NOT NULL,
    report TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (correction, number)
) WITHOUT ROWID;

CREATE TABLE correction_new_places (
    correction TEXT NOT NULL REFERENCES corrections (id),
    number INTEGER NOT NULL,
    report TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (correction, number)
) WITHOUT ROWID;

-- Where the machine's reading differs from what the record shows: its item (JSON) at that place of its list; or, where
-- `item` is NULL, that the item which the record shows at that place is not the machine's.
CREATE TABLE machine (
    list TEXT NOT NULL,
    number INTEGER NOT NULL,
    item TEXT
);

-- What gives an event its date, and what shows a stance.
ALTER TABLE events ADD COLUMN date_why TEXT;
ALTER TABLE positions ADD COLUMN why TEXT;
DROP VIEW who_stands_where;
CREATE VIEW who_stands_where AS
SELECT points.proposition, positions.stance, said.speaker, said.content, said.said_on, said.file, said.start, said."end",
    positions.why, points.id AS point, positions.statement
FROM positions
JOIN points ON points.id = positions.point
JOIN who_said_what AS said ON said.statement = positions.statement
ORDER BY points.number, positions.number;

-- For those who read a record page by page.
CREATE INDEX statements_by_date ON statements (said_on, number);
CREATE INDEX statements_by_act ON statements (act, number);
CREATE INDEX statements_in_doubt ON statements (speaker, confidence, source_start, number, id)
    WHERE speaker IS NULL OR confidence < 0.5;

DELETE FROM manifest WHERE key LIKE '%\_sha256' ESCAPE '\';
