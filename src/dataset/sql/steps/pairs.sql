-- A prompt with what came of it: the result its author gives, or the code a human made of the AI's answer to it.
SELECT
  t.split, t.record_id, 'prompt' AS origin, p.seq, t.repository, t.license, x.tool_id, x.model_id,
  p.text AS prompt_text, p.result AS completion_text
FROM trainable t
JOIN staged_prompts p ON p.row_id = t.row_id AND p.text IS NOT NULL AND p.result IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = p.tool_seq
UNION ALL
SELECT
  t.split, t.record_id, 'correction' AS origin, c.seq, t.repository, t.license, x.tool_id, x.model_id,
  p.text AS prompt_text, c.after AS completion_text
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.after IS NOT NULL
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq
