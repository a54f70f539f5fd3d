CREATE TABLE definitions (             -- texts that the definition file has had
    id     INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    actor  TEXT NOT NULL,
    reason TEXT,                      -- null where nobody said
    sha256 TEXT NOT NULL,
    text   TEXT NOT NULL
);
