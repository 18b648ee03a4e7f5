-- One row a month: how complete the records of pull requests with AI used are, and how many document each section.
WITH documented AS (
  SELECT
    row_id,
    MAX(CASE WHEN name = 'tools' THEN 1 ELSE 0 END) AS tools,
    MAX(CASE WHEN name = 'prompts' THEN 1 ELSE 0 END) AS prompts,
    MAX(CASE WHEN name = 'failures' THEN 1 ELSE 0 END) AS failures,
    MAX(CASE WHEN name = 'corrections' THEN 1 ELSE 0 END) AS corrections,
    MAX(CASE WHEN name = 'context' THEN 1 ELSE 0 END) AS context,
    MAX(CASE WHEN name = 'review' THEN 1 ELSE 0 END) AS review
  FROM chosen_sections
  WHERE state IN ('answered', 'denied')
  GROUP BY row_id
),
months AS (
  SELECT
    p.created_month,
    COUNT(*) AS pull_requests,
    CAST(COALESCE(SUM(p.completeness), 0) AS BIGINT) AS score_sum,
    COUNT(p.completeness) AS scored,
    COUNT(CASE WHEN p.completeness = 100 THEN 1 END) AS complete,
    COUNT(CASE WHEN d.tools = 1 THEN 1 END) AS tools,
    COUNT(CASE WHEN d.prompts = 1 THEN 1 END) AS prompts,
    COUNT(CASE WHEN d.failures = 1 THEN 1 END) AS failures,
    COUNT(CASE WHEN d.corrections = 1 THEN 1 END) AS corrections,
    COUNT(CASE WHEN d.context = 1 THEN 1 END) AS context,
    COUNT(CASE WHEN d.review = 1 THEN 1 END) AS review
  FROM report_pull_requests p
  LEFT JOIN documented d ON d.row_id = p.row_id
  WHERE p.ai_use = 'used'
  GROUP BY p.created_month
)
SELECT
  created_month, pull_requests, score_sum, scored, complete,
  tools, prompts, failures, corrections, context, review,
  (SELECT COUNT(*) FROM months) AS of_rows
FROM months
ORDER BY created_month DESC NULLS FIRST
LIMIT 241
