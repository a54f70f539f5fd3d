CREATE TABLE performance_states (      -- how far the answers of a model have been held against what came true
    model_id bigint PRIMARY KEY REFERENCES models (id),
    state    text COLLATE "C" NOT NULL             -- JSON
);

CREATE TABLE performance_weeks (       -- what came of the answers of each week
    model_id bigint NOT NULL REFERENCES models (id),
    week     bigint NOT NULL,         -- its number: whole weeks from Monday 29 December 1969
    report   text COLLATE "C" NOT NULL,            -- JSON
    PRIMARY KEY (model_id, week)
);

-- A label that took the place of another is found by the other, so that no answer counts twice.
CREATE INDEX labels_replaced ON labels (source_id) WHERE source = 'logged' AND replaced_at IS NOT NULL;
