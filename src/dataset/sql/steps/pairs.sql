-- A prompt with what came of it: the result its author gives, or the code as a human left it.
SELECT
  t.row_id, t.split, t.record_id, p.seq, 'prompt_result' AS completion_from,
  p.text AS prompt_text, p.result AS completion_text, t.repository, t.license
FROM trainable t
JOIN staged_prompts p ON p.row_id = t.row_id AND p.text IS NOT NULL AND p.result IS NOT NULL
UNION ALL
SELECT
  t.row_id, t.split, t.record_id, c.seq, 'correction_after' AS completion_from,
  p.text AS prompt_text, c.after AS completion_text, t.repository, t.license
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.after IS NOT NULL
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
