-- The prompts of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.kind,
  t.text,
  t.length,
  t.tool_seq,
  t.result,
  t.basis
FROM published p
JOIN staged_prompts t ON t.row_id = p.row_id
