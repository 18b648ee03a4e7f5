-- One row: of how many pull requests a field is known.
WITH with_files AS (
  SELECT row_id FROM chosen_areas GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  COUNT(c.created_at) AS created_at,
  COUNT(c.repository) AS repository,
  COUNT(c.visibility) AS visibility,
  COUNT(c.license) AS license,
  COUNT(CASE WHEN c.consent <> 'unset' THEN 1 END) AS consent,
  COUNT(c.url) AS url,
  COUNT(CASE WHEN c.ai_use <> 'unknown' THEN 1 END) AS ai_use,
  COUNT(c.result) AS verdict,
  COUNT(c.human_reviewed) AS human_reviewed,
  COUNT(c.tests_run) AS tests_run,
  COUNT(c.state) AS state,
  COUNT(c.merged) AS merged,
  COUNT(c.reverted_by) AS reverted_by,
  COUNT(c.checks) AS checks,
  COUNT(c.review_decision) AS review_decision,
  COUNT(f.row_id) AS files
FROM chosen_candidates c
LEFT JOIN with_files f ON f.row_id = c.row_id
