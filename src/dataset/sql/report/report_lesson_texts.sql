-- A step: the texts of the lessons that say why or what solved it, with the time of their pull request. Texts are cut at
-- 1,000 characters.
WITH texts AS (
  SELECT
    row_id, 'failure' AS kind, seq, category, summary, error, cause AS why, resolution, CAST(NULL AS STRING) AS path
  FROM chosen_failures
  WHERE summary IS NOT NULL AND (cause IS NOT NULL OR resolution IS NOT NULL)
  UNION ALL
  SELECT
    row_id, 'correction' AS kind, seq, category, summary, CAST(NULL AS STRING) AS error, reason AS why,
    CAST(NULL AS STRING) AS resolution, path
  FROM chosen_corrections
  WHERE summary IS NOT NULL AND reason IS NOT NULL
)
SELECT
  t.row_id,
  t.kind,
  t.seq,
  t.category,
  SUBSTR(t.summary, 1, 1000) AS summary,
  SUBSTR(t.error, 1, 1000) AS error,
  SUBSTR(t.why, 1, 1000) AS why,
  SUBSTR(t.resolution, 1, 1000) AS resolution,
  SUBSTR(t.path, 1, 1000) AS path,
  CASE WHEN t.why IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN t.resolution IS NOT NULL THEN 1 ELSE 0 END
    + CASE WHEN t.category IS NOT NULL THEN 1 ELSE 0 END AS fullness,
  p.created_at
FROM texts t
JOIN report_pull_requests p ON p.row_id = t.row_id
