-- Whether public repositories are among the others.
SELECT
  CAST(COALESCE(SUM(CASE WHEN visibility = 'public' THEN 1 ELSE 0 END), 0) AS BIGINT) AS public_rows,
  CAST(COALESCE(SUM(CASE WHEN visibility IN ('private', 'internal') THEN 1 ELSE 0 END), 0) AS BIGINT) AS private_rows
FROM chosen
