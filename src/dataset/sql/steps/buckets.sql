-- The split bucket of each repository, one for all its rows, and whether it is split by pull request. Where that began it
-- goes on: rows of the repository are in several splits already.
SELECT
  j.repository_key,
  COALESCE(
    MIN(CASE WHEN j.repository_id IS NOT NULL THEN j.repository_bucket END),
    MIN(j.repository_bucket)
  ) AS repository_bucket,
  CASE
    WHEN MAX(f.split_by) IS NOT NULL THEN MAX(f.split_by)
    WHEN MAX(m.repositories) < MAX(p.few_repositories) THEN 'pull_request'
    ELSE 'repository'
  END AS split_by
FROM judged j
CROSS JOIN mixture m
CROSS JOIN params p
LEFT JOIN (
  SELECT repository_key, MIN(split_by) AS split_by FROM former WHERE split IS NOT NULL GROUP BY repository_key
) f ON f.repository_key = j.repository_key
WHERE j.excluded IS NULL
GROUP BY j.repository_key
