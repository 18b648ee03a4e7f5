-- What the store keeps: every chosen row, in the dataset or not, with its split if it has one.
SELECT
  c.record_key,
  r.record_id,
  c.host,
  c.repository_name,
  c.repository_id,
  c.pr_number,
  c.source,
  c.trust,
  c.content_hash,
  d.split,
  CASE WHEN d.split IS NOT NULL THEN d.split_by END AS split_by,
  r.json
FROM chosen c
JOIN staged_records r ON r.row_id = c.row_id AND r.record_id = c.record_id
LEFT JOIN decided d ON d.row_id = c.row_id
