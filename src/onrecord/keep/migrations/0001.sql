-- The record, format onrecord/1. Tables bear the names of the nouns and columns those of the JSON keys.
-- A span is three columns: its words under its own name, and name_start and name_end. Offsets are half-open and
-- count Unicode code points of reports.text. `number` keeps the order of a list, from 1. NULL means not known.

CREATE TABLE reports (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    file TEXT NOT NULL,
    headline TEXT,
    outlet TEXT,
    byline TEXT,
    dateline TEXT,
    published TEXT,
    published_basis TEXT,
    published_why TEXT,
    language TEXT NOT NULL,
    copy_of TEXT REFERENCES reports (id),
    extracted INTEGER NOT NULL,
    headline_start INTEGER,
    headline_end INTEGER,
    outlet_start INTEGER,
    outlet_end INTEGER,
    byline_start INTEGER,
    byline_end INTEGER,
    dateline_start INTEGER,
    dateline_end INTEGER,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE report_files (
    report TEXT NOT NULL REFERENCES reports (id),
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (report, number)
) WITHOUT ROWID;

CREATE TABLE noise (
    report TEXT NOT NULL REFERENCES reports (id),
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (report, number)
) WITHOUT ROWID;

-- The bytes as they were found. `as_read` is JSON: what `read` said of the report where the record now says otherwise.
CREATE TABLE originals (
    report TEXT PRIMARY KEY NOT NULL REFERENCES reports (id),
    as_read TEXT NOT NULL,
    bytes BLOB NOT NULL
);

CREATE TABLE unread (
    number INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    why TEXT NOT NULL
);

CREATE TABLE entities (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    type TEXT NOT NULL
);

CREATE TABLE mentions (
    entity TEXT NOT NULL REFERENCES entities (id),
    number INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    name_start INTEGER NOT NULL,
    name_end INTEGER NOT NULL,
    PRIMARY KEY (entity, number)
) WITHOUT ROWID;
CREATE INDEX mentions_by_report ON mentions (report, start);

CREATE TABLE roles (
    entity TEXT NOT NULL REFERENCES entities (id),
    number INTEGER NOT NULL,
    role TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT,
    mention TEXT NOT NULL,
    mention_report TEXT NOT NULL REFERENCES reports (id),
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL,
    PRIMARY KEY (entity, number)
) WITHOUT ROWID;

-- `content` here is for reading and searching: the parts in `contents`, joined by " … ".
CREATE TABLE statements (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    report TEXT NOT NULL REFERENCES reports (id),
    speaker TEXT REFERENCES entities (id),
    content TEXT NOT NULL,
    act TEXT NOT NULL,
    "to" TEXT REFERENCES entities (id),
    said_on TEXT,
    said_on_why TEXT,
    form TEXT NOT NULL,
    mode TEXT NOT NULL,
    confidence REAL NOT NULL,
    source TEXT,
    cue TEXT,
    "when" TEXT,
    occasion TEXT,
    inside TEXT REFERENCES statements (id),
    speaker_why TEXT,
    source_start INTEGER,
    source_end INTEGER,
    cue_start INTEGER,
    cue_end INTEGER,
    when_start INTEGER,
    when_end INTEGER,
    occasion_start INTEGER,
    occasion_end INTEGER
);
CREATE INDEX statements_by_report ON statements (report);
CREATE INDEX statements_by_speaker ON statements (speaker);

CREATE TABLE contents (
    statement TEXT NOT NULL REFERENCES statements (id),
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (statement, number)
) WITHOUT ROWID;

CREATE TABLE candidates (
    statement TEXT NOT NULL REFERENCES statements (id),
    number INTEGER NOT NULL,
    entity TEXT NOT NULL REFERENCES entities (id),
    score REAL NOT NULL,
    PRIMARY KEY (statement, number)
) WITHOUT ROWID;

-- Who passed the words on: the spans of `relayed_by`.
CREATE TABLE relays (
    statement TEXT NOT NULL REFERENCES statements (id),
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (statement, number)
) WITHOUT ROWID;

CREATE TABLE utterances (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE
);

CREATE TABLE utterance_statements (
    utterance TEXT NOT NULL REFERENCES utterances (id),
    number INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statements (id),
    PRIMARY KEY (utterance, number)
) WITHOUT ROWID;
CREATE INDEX utterances_by_statement ON utterance_statements (statement);

CREATE TABLE events (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    type TEXT NOT NULL,
    what TEXT NOT NULL,
    agent TEXT REFERENCES entities (id),
    patient TEXT REFERENCES entities (id),
    date TEXT,
    place TEXT,
    status TEXT NOT NULL,
    what_report TEXT NOT NULL REFERENCES reports (id),
    what_start INTEGER NOT NULL,
    what_end INTEGER NOT NULL,
    place_report TEXT REFERENCES reports (id),
    place_start INTEGER,
    place_end INTEGER
);

CREATE TABLE event_mentions (
    event TEXT NOT NULL REFERENCES events (id),
    number INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    PRIMARY KEY (event, number)
) WITHOUT ROWID;

CREATE TABLE points (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    proposition TEXT NOT NULL,
    "from" TEXT NOT NULL REFERENCES statements (id)
);

CREATE TABLE positions (
    point TEXT NOT NULL REFERENCES points (id),
    number INTEGER NOT NULL,
    statement TEXT NOT NULL REFERENCES statements (id),
    stance TEXT NOT NULL,
    PRIMARY KEY (point, number)
) WITHOUT ROWID;
CREATE INDEX positions_by_statement ON positions (statement);

CREATE TABLE conflicts (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    about TEXT NOT NULL,
    kind TEXT NOT NULL
);

CREATE TABLE conflict_sides (
    conflict TEXT NOT NULL REFERENCES conflicts (id),
    number INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES reports (id),
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (conflict, number)
) WITHOUT ROWID;

-- Every judgement that two items are, or are not, the same.
CREATE TABLE links (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL NOT NULL,
    why TEXT NOT NULL,
    "by" TEXT NOT NULL
);

-- What people changed or confirmed. `target` may be the id of an item that a later reading no longer finds.
CREATE TABLE corrections (
    id TEXT PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL UNIQUE,
    target TEXT NOT NULL,
    change TEXT NOT NULL,
    old TEXT,
    new TEXT,
    "by" TEXT NOT NULL,
    "when" TEXT NOT NULL,
    why TEXT NOT NULL
);

-- Ids that were once given, each with the id of the item that took its place.
CREATE TABLE aliases (
    old TEXT PRIMARY KEY NOT NULL,
    new TEXT NOT NULL,
    kind TEXT NOT NULL
) WITHOUT ROWID;

-- What each report says, read by itself, as JSON: it need not be found again when reports are added.
CREATE TABLE findings (
    report TEXT PRIMARY KEY NOT NULL REFERENCES reports (id),
    number INTEGER NOT NULL UNIQUE,
    found TEXT NOT NULL
);

-- What wrote this file, and the SHA-256 of what it wrote.
-- A migration that changes what a record holds must delete the rows whose keys end in _sha256.
CREATE TABLE manifest (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Datasette finds an index by the quotation marks around the name of its table.
CREATE VIRTUAL TABLE statements_fts USING fts5 (
    content, content="statements", tokenize='porter unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE reports_fts USING fts5 (
    text, content="reports", tokenize='porter unicode61 remove_diacritics 2'
);

CREATE VIEW who_said_what AS
SELECT
    speakers.name AS speaker,
    statements.content,
    statements.act,
    hearers.name AS "to",
    statements.said_on,
    statements.form,
    statements.mode,
    statements.confidence,
    reports.outlet,
    reports.file,
    (SELECT min(start) FROM contents WHERE statement = statements.id) AS start,
    (SELECT max("end") FROM contents WHERE statement = statements.id) AS "end",
    statements.id AS statement,
    statements.report
FROM statements
JOIN reports ON reports.id = statements.report
LEFT JOIN entities AS speakers ON speakers.id = statements.speaker
LEFT JOIN entities AS hearers ON hearers.id = statements."to"
ORDER BY statements.number;

CREATE VIEW people AS
SELECT
    entities.name,
    entities.type,
    (SELECT count(*) FROM statements WHERE speaker = entities.id) AS statements,
    (SELECT count(*) FROM mentions WHERE entity = entities.id) AS mentions,
    (SELECT count(DISTINCT report) FROM mentions WHERE entity = entities.id) AS reports,
    entities.id AS entity
FROM entities
ORDER BY statements DESC, mentions DESC, entities.number;

CREATE VIEW timeline AS
SELECT said_on AS date, 'statement' AS kind, speaker AS who, content AS what, file, start, "end", statement AS id
FROM who_said_what
WHERE said_on IS NOT NULL
UNION ALL
SELECT
    events.date, 'event', entities.name, events.what, reports.file, events.what_start, events.what_end, events.id
FROM events
JOIN reports ON reports.id = events.what_report
LEFT JOIN entities ON entities.id = events.agent
WHERE events.date IS NOT NULL
ORDER BY date, kind, id;

CREATE VIEW who_stands_where AS
SELECT points.proposition, positions.stance, said.speaker, said.content, said.said_on, said.file, said.start, said."end",
    points.id AS point, positions.statement
FROM positions
JOIN points ON points.id = positions.point
JOIN who_said_what AS said ON said.statement = positions.statement
ORDER BY points.number, positions.number;

CREATE VIEW where_reports_disagree AS
SELECT conflicts.about, conflicts.kind, sides.text, reports.outlet, reports.file, sides.start, sides."end",
    conflicts.id AS conflict
FROM conflict_sides AS sides
JOIN conflicts ON conflicts.id = sides.conflict
JOIN reports ON reports.id = sides.report
ORDER BY conflicts.number, sides.number;
