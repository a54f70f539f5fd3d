CREATE TABLE companions (              -- quick fits beside versions; rows, pipeline and prior are the version's
    version_id  bigint PRIMARY KEY REFERENCES versions (id),
    learner     text COLLATE "C" NOT NULL,
    trees       bigint NOT NULL,
    model_hash  text COLLATE "C" NOT NULL,         -- of artifacts, as in versions
    core_hash   text COLLATE "C" NOT NULL,
    golden_hash text COLLATE "C" NOT NULL,
    calibration text COLLATE "C" NOT NULL,
    record      text COLLATE "C" NOT NULL          -- JSON: parameters, recipe
);
