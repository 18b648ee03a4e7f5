-- What went wrong, and how it was resolved.
SELECT
  t.split, t.record_id, f.seq, t.repository, t.license, x.tool_id, x.model_id, f.category,
  CONCAT(
    f.summary,
    CASE WHEN f.error IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), f.error) END,
    CASE WHEN f.cause IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), f.cause) END
  ) AS prompt_text,
  f.resolution AS completion_text
FROM trainable t
JOIN staged_failures f ON f.row_id = t.row_id AND f.summary IS NOT NULL AND f.resolution IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = f.tool_seq
-- A summary that is only the mark of what was taken out says nothing.
WHERE f.summary LIKE '% %' OR (f.summary NOT LIKE '[REDACTED:%]' AND f.summary NOT LIKE '[OMITTED:%]')
