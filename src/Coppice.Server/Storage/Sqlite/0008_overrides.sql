CREATE TABLE proposals (               -- promotions past gates that wait for a second person
    id          INTEGER PRIMARY KEY,
    model_id    INTEGER NOT NULL REFERENCES models (id),
    version_id  INTEGER NOT NULL REFERENCES versions (id),
    person      TEXT NOT NULL,
    reason      TEXT NOT NULL,
    at          INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    answer      TEXT,                  -- approved, withdrawn; null while it waits, and where nobody answered in time
    answered_by TEXT,
    answered_at INTEGER
);
CREATE INDEX proposals_by_model ON proposals (model_id, id);

CREATE TABLE overrides (               -- gates that a person let a version past; the decision stays as it fell
    id            INTEGER PRIMARY KEY,
    version_id    INTEGER NOT NULL REFERENCES versions (id),
    deployment_id INTEGER NOT NULL REFERENCES deployments (id),
    gates         TEXT NOT NULL,       -- JSON: their names; none where the version was never judged
    person        TEXT NOT NULL,
    approved_by   TEXT,                -- null where one person was enough
    reason        TEXT NOT NULL,
    at            INTEGER NOT NULL
);
CREATE INDEX overrides_by_version ON overrides (version_id, id);
CREATE INDEX overrides_by_deployment ON overrides (deployment_id);
