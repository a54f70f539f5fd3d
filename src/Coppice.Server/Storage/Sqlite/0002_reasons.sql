ALTER TABLE batches ADD COLUMN reasons INTEGER NOT NULL DEFAULT 0;   -- that every answer comes with
