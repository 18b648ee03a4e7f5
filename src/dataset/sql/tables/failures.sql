-- The failures of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.summary,
  t.error,
  t.cause,
  t.resolution,
  t.category,
  t.tool_seq,
  t.prompt_seq,
  t.basis
FROM published p
JOIN staged_failures t ON t.row_id = p.row_id
