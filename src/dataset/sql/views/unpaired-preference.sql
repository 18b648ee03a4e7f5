-- One completion a row, and whether it was good: what a human left, what the AI had written, or what a prompt led to.
SELECT
  q.split, q.record_id, q.seq, q.completion_from, q.prompt_text, q.completion_text,
  CASE WHEN q.completion_from = 'correction_after' THEN TRUE ELSE c.merged AND c.reverted_by IS NULL END AS label,
  q.repository, q.license
FROM pairs q
JOIN staged_candidates c
  ON c.row_id = q.row_id AND (q.completion_from = 'correction_after' OR c.merged IS NOT NULL)
UNION ALL
SELECT
  t.split, t.record_id, c.seq, 'correction_before' AS completion_from, p.text AS prompt_text,
  c.before AS completion_text, FALSE AS label, t.repository, t.license
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.before IS NOT NULL AND (c.after IS NULL OR c.before <> c.after)
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
