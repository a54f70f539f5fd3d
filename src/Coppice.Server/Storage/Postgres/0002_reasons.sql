ALTER TABLE batches ADD COLUMN reasons bigint NOT NULL DEFAULT 0;   -- that every answer comes with
