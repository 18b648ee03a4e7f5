-- A step: one row a pull request, with what became of it in one word.
SELECT
  row_id,
  record_id,
  repository,
  created_month,
  created_at,
  url,
  ai_use,
  completeness,
  CASE
    WHEN merged THEN 'merged'
    WHEN state = 'open' THEN 'open'
    WHEN state = 'closed' AND NOT merged THEN 'closed_unmerged'
    ELSE 'unknown'
  END AS outcome,
  CASE WHEN reverted_by IS NOT NULL THEN 1 ELSE 0 END AS reverted,
  human_reviewed,
  tests_run,
  review_decision
FROM chosen_candidates
