-- How the dataset differs from the previous version.
SELECT
  CAST(COALESCE(SUM(CASE WHEN was IS NULL AND is_now IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS added,
  CAST(COALESCE(SUM(CASE WHEN was IS NOT NULL AND is_now IS NOT NULL AND was <> is_now THEN 1 ELSE 0 END), 0) AS BIGINT) AS changed,
  CAST(COALESCE(SUM(CASE WHEN was IS NOT NULL AND is_now IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS removed
FROM (
  SELECT MAX(was) AS was, MAX(is_now) AS is_now
  FROM (
    SELECT pull_request_key, content_hash AS was, CAST(NULL AS STRING) AS is_now FROM former WHERE split IS NOT NULL
    UNION ALL
    SELECT pull_request_key, CAST(NULL AS STRING) AS was, content_hash AS is_now FROM published
  ) sides
  GROUP BY pull_request_key
) pairs
