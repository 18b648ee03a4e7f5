-- What went wrong, and what resolved it. CHR(10) because engines disagree about backslashes.
SELECT
  t.split, t.record_id, f.seq,
  CONCAT(
    f.summary,
    CASE WHEN f.error IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), 'Error: ', f.error) END,
    CASE WHEN f.cause IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), 'Cause: ', f.cause) END
  ) AS prompt,
  f.resolution AS completion,
  f.category, x.tool_id, t.repository, t.license
FROM trainable t
JOIN staged_failures f ON f.row_id = t.row_id AND f.resolution IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = f.tool_seq
