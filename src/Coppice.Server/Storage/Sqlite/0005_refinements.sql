ALTER TABLE predictions ADD COLUMN quick_score REAL;     -- what the companion had said, once the version's score has taken its place
ALTER TABLE predictions ADD COLUMN refined_at INTEGER;   -- when it did
ALTER TABLE batches ADD COLUMN answered_at INTEGER;      -- when every row had an answer, of companions where there are some
ALTER TABLE batches ADD COLUMN quick_answers INTEGER NOT NULL DEFAULT 0;   -- given by companions
ALTER TABLE batches ADD COLUMN refined INTEGER NOT NULL DEFAULT 0;         -- of those, how many the versions have replaced

CREATE TABLE unrefined (                 -- answers of companions that wait for their version's
    batch_id          INTEGER NOT NULL,
    prediction_number INTEGER NOT NULL,  -- of predictions
    PRIMARY KEY (batch_id, prediction_number)
) WITHOUT ROWID;
