-- How the dataset differs from the previous version, and in how many records the store does.
SELECT
  CAST(COALESCE(SUM(CASE WHEN was IS NULL AND is_now IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS added,
  CAST(COALESCE(SUM(CASE WHEN was IS NOT NULL AND is_now IS NOT NULL AND was <> is_now THEN 1 ELSE 0 END), 0) AS BIGINT) AS changed,
  CAST(COALESCE(SUM(CASE WHEN was IS NOT NULL AND is_now IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS removed,
  CAST(COALESCE(SUM(CASE WHEN COALESCE(stored_was, '') <> COALESCE(stored_now, '') THEN 1 ELSE 0 END), 0) AS BIGINT) AS stored
FROM (
  SELECT MAX(was) AS was, MAX(is_now) AS is_now, MAX(stored_was) AS stored_was, MAX(stored_now) AS stored_now
  FROM (
    SELECT
      pull_request_key,
      CASE WHEN split IS NOT NULL THEN content_hash END AS was,
      CAST(NULL AS STRING) AS is_now,
      content_hash AS stored_was,
      CAST(NULL AS STRING) AS stored_now
    FROM former
    UNION ALL
    SELECT
      c.pull_request_key,
      CAST(NULL AS STRING) AS was,
      p.content_hash AS is_now,
      CAST(NULL AS STRING) AS stored_was,
      c.content_hash AS stored_now
    FROM chosen c
    LEFT JOIN published p ON p.row_id = c.row_id
  ) sides
  GROUP BY pull_request_key
) pairs
