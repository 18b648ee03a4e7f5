-- The corrections of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.summary,
  t.reason,
  t.category,
  t.path,
  t.before,
  t.after,
  t.tool_seq,
  t.prompt_seq,
  t.basis
FROM published p
JOIN staged_corrections t ON t.row_id = p.row_id
