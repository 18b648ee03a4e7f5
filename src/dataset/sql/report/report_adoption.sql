-- One row a month in which pull requests were opened, the newest 240, and one with a null month for those without a date.
WITH months AS (
  SELECT
    created_month,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN ai_use = 'used' THEN 1 END) AS ai_used,
    COUNT(CASE WHEN ai_use = 'none' THEN 1 END) AS ai_not_used,
    COUNT(CASE WHEN ai_use = 'used' AND outcome = 'merged' THEN 1 END) AS ai_used_merged,
    COUNT(CASE WHEN ai_use = 'used' AND outcome = 'closed_unmerged' THEN 1 END) AS ai_used_closed_unmerged
  FROM report_pull_requests
  GROUP BY created_month
)
SELECT
  created_month, pull_requests, ai_used, ai_not_used, ai_used_merged, ai_used_closed_unmerged,
  (SELECT COUNT(*) FROM months) AS of_rows
FROM months
ORDER BY created_month DESC NULLS FIRST
LIMIT 241
