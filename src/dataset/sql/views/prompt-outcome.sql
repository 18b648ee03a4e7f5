-- What was asked, and what became of the pull request.
SELECT
  t.split, t.record_id, p.seq, t.repository, t.license, x.tool_id, x.model_id, p.kind,
  p.text AS prompt_text,
  c.merged,
  CASE WHEN c.merged THEN c.reverted_by IS NOT NULL END AS reverted,
  c.review_decision, c.checks,
  c.merged AND c.reverted_by IS NULL AS label
FROM trainable t
JOIN staged_candidates c ON c.row_id = t.row_id AND c.merged IS NOT NULL
JOIN staged_prompts p ON p.row_id = t.row_id AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = p.tool_seq
