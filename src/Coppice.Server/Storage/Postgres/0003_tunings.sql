CREATE TABLE tunings (                 -- what each search for a better recipe came to
    run_id       bigint PRIMARY KEY REFERENCES runs (id),
    model_id     bigint NOT NULL REFERENCES models (id),
    at           bigint NOT NULL,
    actor        text COLLATE "C" NOT NULL,
    definition   text COLLATE "C" NOT NULL,        -- JSON: the recipe that the definition file gave the model then
    recipe       text COLLATE "C",                 -- JSON: the winner; null where the recipe in use held
    leaderboard  text COLLATE "C" NOT NULL,        -- JSON
    forgotten_at bigint,
    forgotten_by text COLLATE "C"
);
CREATE INDEX tunings_by_model ON tunings (model_id, run_id);
