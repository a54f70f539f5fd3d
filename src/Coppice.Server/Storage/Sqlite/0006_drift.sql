CREATE TABLE drift_states (            -- how far the looking of a model has come, and where its views stand
    model_id INTEGER PRIMARY KEY REFERENCES models (id),
    state    TEXT NOT NULL             -- JSON
);

CREATE TABLE drift_references (        -- what windows are held against: the profile of the champion's rows
    model_id   INTEGER PRIMARY KEY REFERENCES models (id),
    version_id INTEGER NOT NULL REFERENCES versions (id),
    profile    BLOB NOT NULL           -- JSON, compressed
);

CREATE TABLE drift_reports (           -- what each look found
    id         INTEGER PRIMARY KEY,
    model_id   INTEGER NOT NULL REFERENCES models (id),
    version_id INTEGER NOT NULL REFERENCES versions (id),
    source     TEXT NOT NULL,          -- predictions, labels, errors
    from_time  INTEGER NOT NULL,
    until_time INTEGER NOT NULL,
    rows       INTEGER NOT NULL,
    alarms     INTEGER NOT NULL,       -- drifts that began with it
    report     TEXT NOT NULL           -- JSON
);
CREATE INDEX drift_reports_by_model ON drift_reports (model_id, source, id);
