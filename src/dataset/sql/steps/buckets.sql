-- The split bucket of each repository, one for all its rows, and whether it is split by pull request. How it began it goes on:
-- by pull request, since its rows are in several splits already, or in the split it has, whatever its id would say.
SELECT
  j.repository_key,
  COALESCE(
    MIN(CASE WHEN j.repository_id IS NOT NULL THEN j.repository_bucket END),
    MIN(j.repository_bucket)
  ) AS repository_bucket,
  CASE
    WHEN MAX(f.split_by) IS NOT NULL THEN MAX(f.split_by)
    WHEN MAX(n.repositories) < MAX(p.few_repositories) THEN 'pull_request'
    ELSE 'repository'
  END AS split_by,
  CASE WHEN MAX(f.split_by) = 'repository' THEN MAX(f.split) END AS assigned
FROM judged j
CROSS JOIN (SELECT COUNT(DISTINCT repository_key) AS repositories FROM judged WHERE excluded IS NULL) n
CROSS JOIN params p
LEFT JOIN (
  SELECT repository_key, MIN(split_by) AS split_by, MIN(split) AS split FROM former WHERE split IS NOT NULL GROUP BY repository_key
) f ON f.repository_key = j.repository_key
WHERE j.excluded IS NULL
GROUP BY j.repository_key
