-- The first prompt of a merged pull request, and what it changed.
SELECT t.split, t.record_id, s.seq, t.repository, t.license, x.tool_id, x.model_id, s.text AS prompt_text, d.diff AS completion_text
FROM trainable t
JOIN diffs d ON d.record_id = t.record_id
JOIN (SELECT row_id, MIN(seq) AS seq FROM staged_prompts WHERE text IS NOT NULL GROUP BY row_id) f ON f.row_id = t.row_id
JOIN staged_prompts s ON s.row_id = t.row_id AND s.seq = f.seq
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = s.tool_seq
