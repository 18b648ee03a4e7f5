-- The rows of the dataset.
SELECT
  d.row_id, d.record_id, d.pull_request_key, c.repository_key, d.content_hash, d.split, d.split_by,
  c.repository, c.license, c.visibility, c.consent, c.source
FROM decided d
JOIN chosen c ON c.row_id = d.row_id
WHERE d.split IS NOT NULL
