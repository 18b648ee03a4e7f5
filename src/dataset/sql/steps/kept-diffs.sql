-- The diff of each merged pull request that is known, newly fetched before kept, under today's keys.
SELECT pull_request_key, host, repository_name, repository_id, pr_number, diff, is_new
FROM (
  SELECT
    k.*,
    ROW_NUMBER() OVER (
      PARTITION BY k.pull_request_key
      ORDER BY
        CASE WHEN k.is_new THEN 0 ELSE 1 END,
        k.diff ASC NULLS LAST,
        k.repository_name ASC NULLS LAST,
        k.repository_id ASC NULLS LAST
    ) AS preference
  FROM (
    SELECT
      CONCAT(
        COALESCE(d.host, ''), '/',
        COALESCE(CAST(COALESCE(d.repository_id, a.repository_id) AS STRING), d.repository_name), '/',
        CAST(d.pr_number AS STRING)
      ) AS pull_request_key,
      d.host, d.repository_name, d.repository_id, d.pr_number, d.diff, d.is_new
    FROM staged_diffs d
    LEFT JOIN aliases a ON a.host = d.host AND a.repository_name = d.repository_name
    WHERE d.pr_number IS NOT NULL AND (d.repository_id IS NOT NULL OR d.repository_name IS NOT NULL)
  ) k
) numbered
WHERE preference = 1
