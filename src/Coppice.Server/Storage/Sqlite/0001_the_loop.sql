-- Times are microseconds since 1970 UTC. event_time: when it happened; known_time: when we could first know it.

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE artifacts (
    hash  TEXT PRIMARY KEY,          -- SHA-256 of the bytes, lower-case hex
    bytes BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE audit (
    id            INTEGER PRIMARY KEY,
    at            INTEGER NOT NULL,
    actor         TEXT NOT NULL,
    action        TEXT NOT NULL,
    subject       TEXT NOT NULL,
    details       TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL
);

CREATE TABLE models (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL UNIQUE
);

CREATE TABLE customers (
    id  INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
);

CREATE TABLE event_types (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE events (
    id          INTEGER PRIMARY KEY,   -- in the order of recording
    customer_id INTEGER NOT NULL,      -- of customers, and below of event_types. No references: both numbers come from there in the
    type_id     INTEGER NOT NULL,      -- same transaction, and checking them again is a quarter of the time of an import
    event_time  INTEGER NOT NULL,
    known_time  INTEGER NOT NULL,
    value       REAL,
    quantity    REAL,
    session     TEXT,
    product     TEXT,
    properties  TEXT,
    sender_id   TEXT,                  -- the sender's own name for it; names one event
    identity    BLOB NOT NULL          -- digest of the sender's id, or of the content and its place among equals
);
-- One index finds a customer's events and refuses a second sending: two would double what a commit has to write.
CREATE UNIQUE INDEX events_by_customer ON events (customer_id, event_time, identity);
CREATE UNIQUE INDEX events_by_sender_id ON events (sender_id) WHERE sender_id IS NOT NULL;

CREATE TABLE profiles (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    holds_from  INTEGER NOT NULL,
    known_time  INTEGER NOT NULL,
    attributes  TEXT NOT NULL,         -- JSON object
    identity    BLOB NOT NULL UNIQUE
);
CREATE INDEX profiles_by_customer ON profiles (customer_id, holds_from);

CREATE TABLE notes (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    event_time  INTEGER NOT NULL,
    known_time  INTEGER NOT NULL,
    language    TEXT,
    text        TEXT NOT NULL,
    identity    BLOB NOT NULL UNIQUE
);
CREATE INDEX notes_by_customer ON notes (customer_id, event_time);

CREATE TABLE outcomes (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    name        TEXT NOT NULL,         -- the column it was reported under
    value       TEXT NOT NULL,
    event_time  INTEGER NOT NULL,
    known_time  INTEGER NOT NULL,
    prediction_number INTEGER,         -- of predictions, where the sender named the one it is about
    identity    BLOB NOT NULL UNIQUE
);
CREATE INDEX outcomes_by_customer ON outcomes (customer_id, name, event_time);

CREATE TABLE examples (                -- labelled rows as they were uploaded
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    as_of       INTEGER NOT NULL,
    known_time  INTEGER NOT NULL,
    dated       INTEGER NOT NULL,      -- 1 where the row itself said when it holds
    inputs      TEXT NOT NULL,         -- JSON object, every column of the row
    identity    BLOB NOT NULL UNIQUE
);

CREATE TABLE input_shapes (            -- names of inputs in the order in which a caller sends them
    id    INTEGER PRIMARY KEY,         -- a digest of the names
    names TEXT NOT NULL                -- JSON list
);

CREATE TABLE predictions (
    id            INTEGER PRIMARY KEY,
    prediction_id TEXT NOT NULL UNIQUE,
    model_id      INTEGER NOT NULL,    -- of models, versions and customers; no references here either: with one, SQLite copies every
    version_id    INTEGER NOT NULL,    -- page a row goes to before it writes
    customer_id   INTEGER NOT NULL,
    as_of         INTEGER NOT NULL,
    arm           TEXT NOT NULL,
    score         REAL NOT NULL,
    inputs        TEXT NOT NULL,       -- as the model saw them: a JSON object, or with a shape the list of its values, [] where there is none
    shape_id      INTEGER,             -- of input_shapes
    low           REAL,                -- where an amount is expected to lie; no low where nothing was said, no high where there is no upper end
    high          REAL
);
CREATE INDEX predictions_by_customer ON predictions (customer_id, model_id, as_of);
CREATE INDEX predictions_by_model ON predictions (model_id, id, as_of, customer_id);   -- all a sweep reads of a prediction

CREATE TABLE labels (
    id          INTEGER PRIMARY KEY,
    model_id    INTEGER NOT NULL REFERENCES models (id),
    customer_id INTEGER NOT NULL REFERENCES customers (id),
    as_of       INTEGER NOT NULL,
    source      TEXT NOT NULL,         -- logged, backfill, upload, synthetic
    source_id   INTEGER NOT NULL,      -- the prediction or example; 0 for backfill
    matures_at  INTEGER NOT NULL,      -- when its window had closed; there is no label before that
    value       REAL NOT NULL,
    event_time  INTEGER,               -- when what decided it happened
    known_time  INTEGER NOT NULL,      -- when the value could first be known
    replaced_at INTEGER,               -- when a correction took its place
    weight      REAL NOT NULL DEFAULT 1
);
-- Labels of predictions are found by the prediction: its number grows with time, so a sweep writes to one end of the index.
CREATE UNIQUE INDEX labels_logged ON labels (source_id) WHERE source = 'logged' AND replaced_at IS NULL;
CREATE UNIQUE INDEX labels_current ON labels (customer_id, model_id, as_of, source, source_id) WHERE source <> 'logged' AND replaced_at IS NULL;
CREATE INDEX labels_by_time ON labels (model_id, as_of) WHERE replaced_at IS NULL;

CREATE TABLE label_progress (          -- how far the sweep of a model has come
    model_id         INTEGER PRIMARY KEY REFERENCES models (id),
    policy           TEXT NOT NULL,
    last_event       INTEGER NOT NULL DEFAULT 0,
    last_outcome     INTEGER NOT NULL DEFAULT 0,
    last_example     INTEGER NOT NULL DEFAULT 0,
    last_prediction  INTEGER NOT NULL DEFAULT 0,   -- its window and those before it have closed; later ones are open
    last_cutoff      INTEGER,
    first_event_time INTEGER,                      -- of the events up to last_event
    last_event_time  INTEGER
);

CREATE TABLE miss_rates (              -- how wide the ranges of a model's amounts are said, and how often they held
    model_id INTEGER PRIMARY KEY REFERENCES models (id),
    rate     REAL NOT NULL,
    amounts  INTEGER NOT NULL,
    missed   INTEGER NOT NULL
);

CREATE TABLE runs (
    id          INTEGER PRIMARY KEY,
    model_id    INTEGER NOT NULL REFERENCES models (id),
    strategy    TEXT NOT NULL,
    trigger     TEXT NOT NULL,
    actor       TEXT NOT NULL,
    state       TEXT NOT NULL,
    started_at  INTEGER NOT NULL,
    finished_at INTEGER,
    error       TEXT,
    error_code  TEXT,
    result      TEXT,                  -- JSON, once done
    last_label  INTEGER NOT NULL DEFAULT 0   -- the newest label there was when it looked
);
CREATE INDEX runs_by_model ON runs (model_id, id);

CREATE TABLE run_progress (            -- the log of a run
    run_id INTEGER NOT NULL REFERENCES runs (id),
    line   INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    text   TEXT NOT NULL,
    PRIMARY KEY (run_id, line)
);

CREATE TABLE schedules (               -- when each model is due, so that what was missed is caught up once
    model_id   INTEGER NOT NULL REFERENCES models (id),
    name       TEXT NOT NULL,
    cron       TEXT NOT NULL,
    zone       TEXT NOT NULL,          -- the time zone cron is read in
    last_fired INTEGER,
    next_due   INTEGER NOT NULL,
    PRIMARY KEY (model_id, name)
);

CREATE TABLE training_sets (
    id           INTEGER PRIMARY KEY,
    model_id     INTEGER NOT NULL REFERENCES models (id),
    known_time   INTEGER NOT NULL,
    rows         INTEGER NOT NULL,
    first_as_of  INTEGER NOT NULL,
    last_as_of   INTEGER NOT NULL,
    labels_hash  TEXT NOT NULL REFERENCES artifacts (hash),   -- the label ids, in training order
    content_hash TEXT NOT NULL         -- of inputs, labels and weights as the learner got them
);

CREATE TABLE versions (
    id              INTEGER PRIMARY KEY,
    model_id        INTEGER NOT NULL REFERENCES models (id),
    major           INTEGER NOT NULL,
    minor           INTEGER NOT NULL,
    parent_id       INTEGER REFERENCES versions (id),
    run_id          INTEGER NOT NULL REFERENCES runs (id),
    training_set_id INTEGER NOT NULL REFERENCES training_sets (id),
    learner         TEXT NOT NULL,
    strategy        TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    watermark       INTEGER NOT NULL,  -- newest as_of among rows it or an ancestor has seen
    lineage_hash    TEXT NOT NULL,     -- of artifacts, which are gone once it is pruned
    structural_rows INTEGER NOT NULL,
    seconds         REAL NOT NULL,
    trees           INTEGER NOT NULL,
    pipeline_hash   TEXT NOT NULL,
    model_hash      TEXT NOT NULL,
    core_hash       TEXT NOT NULL,
    golden_hash     TEXT,              -- rows with the library's own margins
    calibration     TEXT NOT NULL,
    prior           REAL NOT NULL,
    record          TEXT NOT NULL,     -- JSON: parameters, library, feature changes, importance
    pinned          INTEGER NOT NULL DEFAULT 0,   -- 1 where a person wants it kept
    pruned_at       INTEGER,           -- when its artifacts were let go of
    UNIQUE (model_id, major, minor)
);

CREATE TABLE decisions (
    id            INTEGER PRIMARY KEY,
    model_id      INTEGER NOT NULL REFERENCES models (id),
    run_id        INTEGER NOT NULL REFERENCES runs (id),
    version_id    INTEGER NOT NULL REFERENCES versions (id),
    champion_id   INTEGER REFERENCES versions (id),
    anchor_id     INTEGER REFERENCES versions (id),
    decided_at    INTEGER NOT NULL,
    decision      TEXT NOT NULL,
    code          TEXT NOT NULL,
    block_from    INTEGER NOT NULL,
    block_until   INTEGER NOT NULL,
    block_rows    INTEGER NOT NULL,
    block_positives INTEGER NOT NULL,
    block_hash    TEXT NOT NULL REFERENCES artifacts (hash),  -- the label ids
    spent         INTEGER NOT NULL,    -- 1 where the block has decided and may be learnt from
    report        TEXT NOT NULL        -- JSON: metrics, comparisons, verdicts
);

CREATE TABLE deployments (
    id          INTEGER PRIMARY KEY,
    model_id    INTEGER NOT NULL REFERENCES models (id),
    kind        TEXT NOT NULL,
    from_id     INTEGER REFERENCES versions (id),
    to_id       INTEGER NOT NULL REFERENCES versions (id),
    decision_id INTEGER REFERENCES decisions (id),
    superior    INTEGER NOT NULL,      -- 1 where the version becomes the anchor
    actor       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    at          INTEGER NOT NULL
);
CREATE INDEX deployments_by_model ON deployments (model_id, id);

CREATE TABLE batches (                 -- many customers scored in the background
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,         -- file, all_customers
    file        TEXT NOT NULL,         -- the sender's name of it
    mapping     TEXT,
    actor       TEXT NOT NULL,
    state       TEXT NOT NULL,
    versions    TEXT NOT NULL,         -- JSON: model, version; the same for every row
    rows_total  INTEGER,               -- null until they are counted
    rows_done   INTEGER NOT NULL,
    set_aside   INTEGER NOT NULL,
    rejects     TEXT,                  -- JSON
    place       INTEGER NOT NULL,      -- where the next chunk begins
    csv_bytes   INTEGER NOT NULL,      -- of the result files, as far as their rows are recorded
    json_bytes  INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    finished_at INTEGER,
    error       TEXT
);
CREATE INDEX batches_unfinished ON batches (id) WHERE finished_at IS NULL;

CREATE TABLE inbox_files (             -- files that lay in the inbox, and what became of them
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    kind     TEXT,                     -- what it holds; null where its name does not say
    state    TEXT NOT NULL,            -- imported, rejected
    at       INTEGER NOT NULL,
    moved_to TEXT NOT NULL,            -- relative to the workspace
    reason   TEXT,                     -- why it was rejected
    report   TEXT                      -- JSON of its import
);
