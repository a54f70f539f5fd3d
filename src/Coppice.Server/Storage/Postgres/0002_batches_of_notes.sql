ALTER TABLE batches ADD COLUMN reasons bigint NOT NULL DEFAULT 0;   -- that every answer comes with
ALTER TABLE batches ADD COLUMN notes_kept bigint;                   -- new ones that the file brought; null where it is no file of notes
