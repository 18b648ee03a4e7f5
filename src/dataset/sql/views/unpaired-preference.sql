-- One completion a row, and whether it was kept: the code before and after a human's correction.
SELECT
  t.split, t.record_id, c.seq, t.repository, t.license, x.tool_id, x.model_id,
  p.text AS prompt_text, c.after AS completion_text, TRUE AS label
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.after IS NOT NULL
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq
UNION ALL
SELECT
  t.split, t.record_id, c.seq, t.repository, t.license, x.tool_id, x.model_id,
  p.text AS prompt_text, c.before AS completion_text, FALSE AS label
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.before IS NOT NULL AND (c.after IS NULL OR c.before <> c.after)
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq
