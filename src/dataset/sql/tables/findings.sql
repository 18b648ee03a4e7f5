-- The findings of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.rule,
  t.severity,
  t.reason,
  t.expected
FROM published p
JOIN staged_findings t ON t.row_id = p.row_id
