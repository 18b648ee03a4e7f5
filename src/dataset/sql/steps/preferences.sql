-- For one prompt what a human kept and what the AI had written, where both are shown and differ.
SELECT
  t.split, t.record_id, c.seq, t.repository, t.license, x.tool_id, x.model_id, c.category,
  p.text AS prompt_text, c.after AS chosen_text, c.before AS rejected_text
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.before IS NOT NULL AND c.after IS NOT NULL AND c.before <> c.after
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq
