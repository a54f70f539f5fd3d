CREATE TABLE alerts (                  -- one row per incident
    id              INTEGER PRIMARY KEY,
    code            TEXT NOT NULL,
    model_id        INTEGER NOT NULL,  -- of models; 0 where it is about the whole workspace
    severity        TEXT NOT NULL,
    sentence        TEXT NOT NULL,
    how_bad         TEXT NOT NULL,
    to_do           TEXT NOT NULL,
    link            TEXT NOT NULL,
    mark            TEXT NOT NULL,     -- of the occurrence last seen; another one counts
    since           INTEGER NOT NULL,
    opened_at       INTEGER NOT NULL,
    last_seen       INTEGER NOT NULL,
    times           INTEGER NOT NULL,  -- occurrences
    closed_at       INTEGER,
    acknowledged_by TEXT,
    acknowledged_at INTEGER,
    silenced_by     TEXT,
    silenced_until  INTEGER,
    told            TEXT               -- the worst severity that messages have told; null before the first
);
CREATE UNIQUE INDEX alerts_open ON alerts (code, model_id) WHERE closed_at IS NULL;
CREATE INDEX alerts_by_subject ON alerts (code, model_id, id);

CREATE TABLE alert_messages (          -- what waits to be sent, and what was
    id            INTEGER PRIMARY KEY,
    alert_id      INTEGER NOT NULL REFERENCES alerts (id),
    channel       TEXT NOT NULL,
    kind          TEXT NOT NULL,       -- opened, worse, reminder, closed
    message       TEXT NOT NULL,       -- JSON
    created_at    INTEGER NOT NULL,
    attempts      INTEGER NOT NULL DEFAULT 0,
    next_attempt  INTEGER NOT NULL,
    sent_at       INTEGER,
    given_up_at   INTEGER,
    error         TEXT                 -- why the last attempt failed
);
CREATE INDEX alert_messages_waiting ON alert_messages (channel, id) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX alert_messages_sent ON alert_messages (channel, sent_at);

CREATE TABLE alert_feeds (             -- when something last arrived, and how long it usually takes
    feed    TEXT PRIMARY KEY,
    history TEXT NOT NULL              -- JSON
) WITHOUT ROWID;
