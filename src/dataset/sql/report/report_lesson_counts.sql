-- A step: one row a pull request that tells of failed attempts or manual corrections.
SELECT
  row_id,
  COUNT(CASE WHEN kind = 'failure' THEN 1 END) AS failures,
  COUNT(CASE WHEN kind = 'correction' THEN 1 END) AS corrections
FROM report_lesson_rows
GROUP BY row_id
