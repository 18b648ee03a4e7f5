-- Every row that may be published with its cluster, the split it has, and the split that it would have alone:
-- that of its repository, or what its hash gives.
SELECT
  j.row_id,
  j.record_id,
  j.pull_request_key,
  j.repository_key,
  j.content_hash,
  j.text_hash,
  j.merged,
  j.completeness,
  j.created_at,
  COALESCE(l.label, j.row_id) AS cluster,
  f.split AS assigned,
  b.split_by,
  CASE
    WHEN b.assigned IS NOT NULL THEN b.assigned
    WHEN CASE WHEN b.split_by = 'repository' THEN b.repository_bucket ELSE j.pull_request_bucket END < p.train_below THEN 'train'
    WHEN CASE WHEN b.split_by = 'repository' THEN b.repository_bucket ELSE j.pull_request_bucket END < p.validation_below THEN 'validation'
    ELSE 'test'
  END AS hashed
FROM judged j
CROSS JOIN params p
JOIN buckets b ON b.repository_key = j.repository_key
LEFT JOIN {{labels}} l ON l.row_id = j.row_id
LEFT JOIN former f ON f.pull_request_key = j.pull_request_key AND f.split IS NOT NULL
WHERE j.excluded IS NULL
