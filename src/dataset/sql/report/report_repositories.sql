-- One row a repository, the 200 with most pull requests.
WITH repositories AS (
  SELECT
    p.repository,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN p.ai_use = 'used' THEN 1 END) AS ai_used,
    COUNT(CASE WHEN p.ai_use = 'none' THEN 1 END) AS ai_not_used,
    CAST(COALESCE(SUM(l.failures), 0) AS BIGINT) AS failures,
    CAST(COALESCE(SUM(l.corrections), 0) AS BIGINT) AS corrections
  FROM report_pull_requests p
  LEFT JOIN report_lesson_counts l ON l.row_id = p.row_id
  GROUP BY p.repository
)
SELECT
  repository, pull_requests, ai_used, ai_not_used, failures, corrections,
  (SELECT COUNT(*) FROM repositories) AS of_rows
FROM repositories
ORDER BY pull_requests DESC NULLS LAST, repository ASC NULLS LAST
LIMIT 200
