-- Every candidate with the keys of its repository and pull request: the id where any row knows it, else the name.
SELECT
  c.*,
  COALESCE(CAST(COALESCE(c.repository_id, a.repository_id) AS STRING), c.repository_name, c.record_key) AS repository_key,
  CASE
    WHEN c.pr_number IS NULL OR (c.repository_id IS NULL AND c.repository_name IS NULL) THEN c.record_key
    ELSE CONCAT(
      COALESCE(c.host, ''), '/',
      COALESCE(CAST(COALESCE(c.repository_id, a.repository_id) AS STRING), c.repository_name), '/',
      CAST(c.pr_number AS STRING)
    )
  END AS pull_request_key
FROM staged_candidates c
LEFT JOIN aliases a ON a.host = c.host AND a.repository_name = c.repository_name
