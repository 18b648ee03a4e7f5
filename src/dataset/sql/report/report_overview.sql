-- One row: how much there is.
SELECT
  COUNT(*) AS pull_requests,
  COUNT(DISTINCT p.repository) AS repositories,
  MIN(p.created_month) AS first_month,
  MAX(p.created_month) AS last_month,
  COUNT(CASE WHEN p.ai_use = 'used' THEN 1 END) AS ai_used,
  COUNT(CASE WHEN p.ai_use = 'none' THEN 1 END) AS ai_not_used,
  COUNT(CASE WHEN p.outcome = 'merged' THEN 1 END) AS merged,
  COUNT(CASE WHEN p.outcome = 'closed_unmerged' THEN 1 END) AS closed_unmerged,
  COUNT(CASE WHEN p.outcome = 'open' THEN 1 END) AS still_open,
  COUNT(CASE WHEN p.reverted = 1 THEN 1 END) AS reverted,
  CAST(COALESCE(SUM(l.failures), 0) AS BIGINT) AS failures,
  CAST(COALESCE(SUM(l.corrections), 0) AS BIGINT) AS corrections,
  COUNT(CASE WHEN l.failures > 0 THEN 1 END) AS with_failures,
  COUNT(CASE WHEN l.corrections > 0 THEN 1 END) AS with_corrections
FROM report_pull_requests p
LEFT JOIN report_lesson_counts l ON l.row_id = p.row_id
