ALTER TABLE predictions ADD COLUMN quick_score double precision;     -- what the companion had said, once the version's score has taken its place
ALTER TABLE predictions ADD COLUMN refined_at bigint;   -- when it did
ALTER TABLE batches ADD COLUMN answered_at bigint;      -- when every row had an answer, of companions where there are some
ALTER TABLE batches ADD COLUMN quick_answers bigint NOT NULL DEFAULT 0;   -- given by companions
ALTER TABLE batches ADD COLUMN refined bigint NOT NULL DEFAULT 0;         -- of those, how many the versions have replaced

CREATE TABLE unrefined (                 -- answers of companions that wait for their version's
    batch_id          bigint NOT NULL,
    prediction_number bigint NOT NULL,  -- of predictions
    PRIMARY KEY (batch_id, prediction_number)
);
