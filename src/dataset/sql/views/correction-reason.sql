-- What a human changed in the AI's work, and why.
SELECT
  t.split, t.record_id, c.seq, t.repository, t.license, x.tool_id, x.model_id, c.category, c.path,
  CONCAT(
    c.summary,
    CASE WHEN c.before IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), c.before) END,
    CASE WHEN c.after IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), c.after) END
  ) AS prompt_text,
  c.reason AS completion_text
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.summary IS NOT NULL AND c.reason IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq
-- A summary that is only the mark of what was taken out says nothing.
WHERE c.summary LIKE '% %' OR (c.summary NOT LIKE '[REDACTED:%]' AND c.summary NOT LIKE '[OMITTED:%]')
