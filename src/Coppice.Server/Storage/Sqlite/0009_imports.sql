CREATE TABLE imports (                 -- files that came, and what was noticed about them
    id            INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL,
    file          TEXT NOT NULL,
    source        TEXT NOT NULL,       -- what was said of all rows
    at            INTEGER NOT NULL,
    actor         TEXT NOT NULL,
    state         TEXT NOT NULL,       -- imported, refused
    digest        TEXT,                -- of the bytes of a table
    rows_read     INTEGER NOT NULL,
    added         INTEGER NOT NULL,
    already_known INTEGER NOT NULL,
    set_aside     INTEGER NOT NULL,
    unfilled      INTEGER NOT NULL,    -- of those set aside: in order, with nothing to say
    in_future     INTEGER NOT NULL,    -- of those set aside: dated in the future
    repeated      REAL NOT NULL,       -- share of rows that stand in the file twice
    new_customers INTEGER NOT NULL,
    first_time    INTEGER,
    last_time     INTEGER,
    columns       TEXT,                -- JSON; null once many files have come after it
    findings      TEXT NOT NULL        -- JSON
);
CREATE INDEX imports_by_kind ON imports (kind, id);
CREATE INDEX imports_by_digest ON imports (digest, kind);

ALTER TABLE training_sets ADD COLUMN quality TEXT;  -- JSON; null for those made before it was looked at
