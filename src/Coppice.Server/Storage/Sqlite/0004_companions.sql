CREATE TABLE companions (              -- quick fits beside versions; rows, pipeline and prior are the version's
    version_id  INTEGER PRIMARY KEY REFERENCES versions (id),
    learner     TEXT NOT NULL,
    trees       INTEGER NOT NULL,
    model_hash  TEXT NOT NULL,         -- of artifacts, as in versions
    core_hash   TEXT NOT NULL,
    golden_hash TEXT NOT NULL,
    calibration TEXT NOT NULL,
    record      TEXT NOT NULL          -- JSON: parameters, recipe
);
