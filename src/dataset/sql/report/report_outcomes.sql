-- One row for each kind of AI use and outcome.
WITH by_outcome AS (
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
)
SELECT
  ai_use, outcome, pull_requests, reverted, approved, changes_requested, human_reviewed, tests_run,
  (SELECT COUNT(*) FROM by_outcome) AS of_rows
FROM by_outcome
ORDER BY ai_use ASC NULLS LAST, outcome ASC NULLS LAST
LIMIT 100
