CREATE TABLE ramps (                   -- versions that take over from a champion customer by customer
    id               INTEGER PRIMARY KEY,
    model_id         INTEGER NOT NULL REFERENCES models (id),
    from_id          INTEGER NOT NULL REFERENCES versions (id),
    to_id            INTEGER NOT NULL REFERENCES versions (id),
    decision_id      INTEGER REFERENCES decisions (id),
    superior         INTEGER NOT NULL, -- as the promotion will say that ends it
    actor            TEXT NOT NULL,
    reason           TEXT NOT NULL,
    salt             TEXT NOT NULL,    -- with a customer's key it says who is answered by which version
    shares           TEXT NOT NULL,    -- JSON: of the customers, in hundredths of a per cent, step by step
    every_hours      INTEGER NOT NULL,
    customers        INTEGER NOT NULL,
    started_at       INTEGER NOT NULL,
    first_prediction INTEGER NOT NULL, -- the last number before it
    first_label      INTEGER NOT NULL,
    state            TEXT NOT NULL,    -- running, done, stopped
    ended_at         INTEGER,
    ended_by         TEXT,
    end_code         TEXT,             -- why it stopped by itself
    end_reason       TEXT
);
CREATE INDEX ramps_by_model ON ramps (model_id, id);

CREATE TABLE ramp_steps (              -- which share was answered from when; the newest of a ramp is in force while it runs
    id               INTEGER PRIMARY KEY,
    ramp_id          INTEGER NOT NULL REFERENCES ramps (id),
    step             INTEGER NOT NULL, -- from 0
    share            INTEGER NOT NULL,
    at               INTEGER NOT NULL,
    first_prediction INTEGER NOT NULL
);
CREATE INDEX ramp_steps_by_ramp ON ramp_steps (ramp_id, id);
