CREATE TABLE performance_states (      -- how far the answers of a model have been held against what came true
    model_id INTEGER PRIMARY KEY REFERENCES models (id),
    state    TEXT NOT NULL             -- JSON
);

CREATE TABLE performance_weeks (       -- what came of the answers of each week
    model_id INTEGER NOT NULL REFERENCES models (id),
    week     INTEGER NOT NULL,         -- its number: whole weeks from Monday 29 December 1969
    report   TEXT NOT NULL,            -- JSON
    PRIMARY KEY (model_id, week)
);

-- A label that took the place of another is found by the other, so that no answer counts twice.
CREATE INDEX labels_replaced ON labels (source_id) WHERE source = 'logged' AND replaced_at IS NOT NULL;
