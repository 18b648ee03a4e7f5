-- The 100 failed attempts and the 100 corrections that teach most: those that say why or what solved it, the fuller and the
-- newer first. The same words count once, and a pull request has three of a kind at most. Texts are cut at 1,000 characters.
WITH telling AS (
  SELECT
    l.row_id, l.kind, l.seq, l.category, l.summary, l.error, l.why, l.resolution, l.path, l.tool_key, l.tool_id,
    l.tool_name, l.version, p.record_id, p.repository, p.url, p.created_month, p.created_at, p.outcome,
    CASE WHEN l.why IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN l.resolution IS NOT NULL THEN 1 ELSE 0 END
      + CASE WHEN l.category IS NOT NULL THEN 1 ELSE 0 END AS fullness
  FROM report_lesson_rows l
  JOIN report_pull_requests p ON p.row_id = l.row_id
  WHERE l.summary IS NOT NULL AND (l.why IS NOT NULL OR l.resolution IS NOT NULL)
),
different AS (
  SELECT
    telling.*,
    ROW_NUMBER() OVER (
      PARTITION BY kind, summary
      ORDER BY fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
        why ASC NULLS LAST, resolution ASC NULLS LAST, error ASC NULLS LAST, path ASC NULLS LAST,
        category ASC NULLS LAST, tool_key ASC NULLS LAST
    ) AS nth_alike,
    COUNT(*) OVER (PARTITION BY kind, summary) AS times
  FROM telling
),
spread AS (
  SELECT
    different.*,
    ROW_NUMBER() OVER (
      PARTITION BY kind, row_id
      ORDER BY fullness DESC NULLS LAST, seq ASC NULLS LAST, summary ASC NULLS LAST
    ) AS nth_of_pull_request
  FROM different
  WHERE nth_alike = 1
),
ranked AS (
  SELECT
    spread.*,
    ROW_NUMBER() OVER (
      PARTITION BY kind
      ORDER BY fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
        summary ASC NULLS LAST
    ) AS place
  FROM spread
  WHERE nth_of_pull_request <= 3
)
SELECT
  kind,
  category,
  SUBSTR(summary, 1, 1000) AS summary,
  SUBSTR(error, 1, 1000) AS error,
  SUBSTR(why, 1, 1000) AS why,
  SUBSTR(resolution, 1, 1000) AS resolution,
  SUBSTR(path, 1, 1000) AS path,
  tool_key,
  tool_id,
  tool_name,
  version,
  record_id,
  repository,
  url,
  created_month,
  outcome,
  times,
  (SELECT COUNT(*) FROM telling) AS of_rows
FROM ranked
WHERE place <= 100
ORDER BY kind ASC NULLS LAST, place ASC NULLS LAST
