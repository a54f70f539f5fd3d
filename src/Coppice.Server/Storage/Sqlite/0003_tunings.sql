CREATE TABLE tunings (                 -- what each search for a better recipe came to
    run_id       INTEGER PRIMARY KEY REFERENCES runs (id),
    model_id     INTEGER NOT NULL REFERENCES models (id),
    at           INTEGER NOT NULL,
    actor        TEXT NOT NULL,
    definition   TEXT NOT NULL,        -- JSON: the recipe that the definition file gave the model then
    recipe       TEXT,                 -- JSON: the winner; null where the recipe in use held
    leaderboard  TEXT NOT NULL,        -- JSON
    forgotten_at INTEGER,
    forgotten_by TEXT
);
CREATE INDEX tunings_by_model ON tunings (model_id, run_id);
