-- One row for each kind of AI use and outcome.
SELECT
  ai_use,
  outcome,
  COUNT(*) AS pull_requests,
  COUNT(CASE WHEN reverted = 1 THEN 1 END) AS reverted,
  COUNT(CASE WHEN review_decision = 'APPROVED' THEN 1 END) AS approved,
  COUNT(CASE WHEN review_decision = 'CHANGES_REQUESTED' THEN 1 END) AS changes_requested,
  COUNT(CASE WHEN human_reviewed THEN 1 END) AS human_reviewed,
  COUNT(CASE WHEN tests_run THEN 1 END) AS tests_run
FROM report_pull_requests
GROUP BY ai_use, outcome
ORDER BY ai_use ASC NULLS LAST, outcome ASC NULLS LAST
