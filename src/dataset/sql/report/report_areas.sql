-- One row an area of a repository, the 500 with most lessons, then most pull requests.
WITH areas AS (
  SELECT
    p.repository,
    a.area,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN p.ai_use = 'used' THEN 1 END) AS ai_used,
    COUNT(CASE WHEN p.ai_use = 'used' AND p.outcome = 'merged' THEN 1 END) AS ai_used_merged,
    COUNT(CASE WHEN p.ai_use = 'used' AND p.outcome = 'closed_unmerged' THEN 1 END) AS ai_used_closed_unmerged,
    CAST(COALESCE(SUM(l.failures), 0) AS BIGINT) AS failures,
    CAST(COALESCE(SUM(l.corrections), 0) AS BIGINT) AS corrections
  FROM chosen_areas a
  JOIN report_pull_requests p ON p.row_id = a.row_id
  LEFT JOIN report_lesson_counts l ON l.row_id = a.row_id
  GROUP BY p.repository, a.area
)
SELECT
  repository, area, pull_requests, ai_used, ai_used_merged, ai_used_closed_unmerged, failures, corrections,
  (SELECT COUNT(*) FROM areas) AS of_rows
FROM areas
ORDER BY
  failures + corrections DESC NULLS LAST, pull_requests DESC NULLS LAST, repository ASC NULLS LAST,
  area ASC NULLS LAST
LIMIT 500
