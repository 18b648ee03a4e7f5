-- What decides about every candidate, with the keys of its repository and pull request: the id where any row knows it, else
-- the name.
SELECT
  c.row_id,
  c.record_key,
  c.record_id,
  c.host,
  c.repository_name,
  c.repository_id,
  c.pr_number,
  c.source,
  c.trust,
  c.trust_rank,
  c.generated_at,
  c.run_attempt,
  c.content_hash,
  c.repository,
  c.visibility,
  c.license,
  c.consent,
  c.dropped,
  c.text_hash,
  c.repository_bucket,
  c.pull_request_bucket,
  c.created_at,
  c.merged,
  c.completeness,
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
