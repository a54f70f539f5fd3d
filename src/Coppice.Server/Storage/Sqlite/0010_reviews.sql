CREATE TABLE decision_reviews (        -- decisions held against labels that came after them; the newest of a decision counts
    id           INTEGER PRIMARY KEY,
    model_id     INTEGER NOT NULL REFERENCES models (id),
    decision_id  INTEGER NOT NULL REFERENCES decisions (id),
    reviewed_at  INTEGER NOT NULL,
    rows         INTEGER NOT NULL,
    verdict      TEXT NOT NULL,        -- right, wrong, cannot_tell
    metric       TEXT NOT NULL,
    difference   REAL NOT NULL,        -- how much better the side that won is
    half_width   REAL NOT NULL,        -- of its 95 % interval
    saved        REAL,                 -- the same by 1,000 customers in money; null without costs
    saved_half_width REAL
);
CREATE INDEX decision_reviews_by_model ON decision_reviews (model_id, id);

CREATE TABLE estimate_windows (        -- what was expected of answers before their labels came, and what came true
    id         INTEGER PRIMARY KEY,
    model_id   INTEGER NOT NULL REFERENCES models (id),
    closed_at  INTEGER NOT NULL,
    last_label INTEGER NOT NULL,       -- labels up to this number have been in a window
    rows       INTEGER NOT NULL,
    metric     TEXT NOT NULL,
    estimated  REAL NOT NULL,
    realised   REAL NOT NULL
);
CREATE INDEX estimate_windows_by_model ON estimate_windows (model_id, id);
