-- The tools of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.tool_id,
  t.name,
  t.vendor,
  t.version,
  t.model,
  t.model_id,
  t.used_for,
  t.basis
FROM published p
JOIN staged_tools t ON t.row_id = p.row_id
