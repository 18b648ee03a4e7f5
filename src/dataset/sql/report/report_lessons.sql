-- The 100 failed attempts and the 100 corrections that teach most: those that say why or what solved it, the fuller and the
-- newer first. The same words count once, and a pull request has three of a kind at most. They are chosen among the 10,000
-- fullest and newest of a kind, so that however many there are, few are sorted. Texts are cut at 1,000 characters.
WITH failures AS (
  SELECT
    f.row_id, 'failure' AS kind, f.seq, SUBSTR(f.summary, 1, 1000) AS summary,
    CASE WHEN f.cause IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN f.resolution IS NOT NULL THEN 1 ELSE 0 END
      + CASE WHEN f.category IS NOT NULL THEN 1 ELSE 0 END AS fullness,
    p.created_at
  FROM chosen_failures f
  JOIN report_pull_requests p ON p.row_id = f.row_id
  WHERE f.summary IS NOT NULL AND (f.cause IS NOT NULL OR f.resolution IS NOT NULL)
  ORDER BY
    fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
    summary ASC NULLS LAST
  LIMIT 10000
),
corrections AS (
  SELECT
    c.row_id, 'correction' AS kind, c.seq, SUBSTR(c.summary, 1, 1000) AS summary,
    1 + CASE WHEN c.category IS NOT NULL THEN 1 ELSE 0 END AS fullness,
    p.created_at
  FROM chosen_corrections c
  JOIN report_pull_requests p ON p.row_id = c.row_id
  WHERE c.summary IS NOT NULL AND c.reason IS NOT NULL
  ORDER BY
    fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
    summary ASC NULLS LAST
  LIMIT 10000
),
lessons AS (
  SELECT row_id, kind, seq, summary, fullness, created_at FROM failures
  UNION ALL
  SELECT row_id, kind, seq, summary, fullness, created_at FROM corrections
),
different AS (
  SELECT
    row_id, kind, seq, summary, fullness, created_at,
    ROW_NUMBER() OVER (
      PARTITION BY kind, summary
      ORDER BY fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST
    ) AS nth_alike,
    COUNT(*) OVER (PARTITION BY kind, summary) AS times
  FROM lessons
),
spread AS (
  SELECT
    row_id, kind, seq, summary, fullness, created_at, times,
    ROW_NUMBER() OVER (
      PARTITION BY kind, row_id
      ORDER BY fullness DESC NULLS LAST, seq ASC NULLS LAST, summary ASC NULLS LAST
    ) AS nth_of_pull_request
  FROM different
  WHERE nth_alike = 1
),
ranked AS (
  SELECT
    row_id, kind, seq, summary, times,
    ROW_NUMBER() OVER (
      PARTITION BY kind
      ORDER BY fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
        summary ASC NULLS LAST
    ) AS place
  FROM spread
  WHERE nth_of_pull_request <= 3
),
texts AS (
  SELECT
    r.kind, r.place, f.category, f.error, f.cause AS why, f.resolution, CAST(NULL AS STRING) AS path
  FROM ranked r
  JOIN chosen_failures f ON f.row_id = r.row_id AND f.seq = r.seq AND SUBSTR(f.summary, 1, 1000) = r.summary
  WHERE r.kind = 'failure' AND r.place <= 100
  UNION ALL
  SELECT
    r.kind, r.place, c.category, CAST(NULL AS STRING) AS error, c.reason AS why, CAST(NULL AS STRING) AS resolution, c.path
  FROM ranked r
  JOIN chosen_corrections c ON c.row_id = r.row_id AND c.seq = r.seq AND SUBSTR(c.summary, 1, 1000) = r.summary
  WHERE r.kind = 'correction' AND r.place <= 100
),
whole AS (
  SELECT
    r.row_id, r.kind, r.place, r.summary, r.times, t.category, t.error, t.why, t.resolution, t.path, l.tool_key,
    l.tool_id, l.tool_name, l.version,
    -- A record from outside may give one seq twice.
    ROW_NUMBER() OVER (
      PARTITION BY r.kind, r.place
      ORDER BY t.why ASC NULLS LAST, t.resolution ASC NULLS LAST, t.error ASC NULLS LAST, t.path ASC NULLS LAST,
        t.category ASC NULLS LAST, l.tool_key ASC NULLS LAST, l.version ASC NULLS LAST, l.tool_name ASC NULLS LAST,
        l.tool_id ASC NULLS LAST
    ) AS nth_of_place
  FROM ranked r
  JOIN texts t ON t.kind = r.kind AND t.place = r.place
  LEFT JOIN report_lesson_rows l ON l.row_id = r.row_id AND l.kind = r.kind AND l.seq = r.seq
)
SELECT
  w.kind,
  w.category,
  w.summary,
  SUBSTR(w.error, 1, 1000) AS error,
  SUBSTR(w.why, 1, 1000) AS why,
  SUBSTR(w.resolution, 1, 1000) AS resolution,
  SUBSTR(w.path, 1, 1000) AS path,
  w.tool_key,
  w.tool_id,
  w.tool_name,
  w.version,
  p.record_id,
  p.repository,
  p.url,
  p.created_month,
  p.outcome,
  w.times,
  (SELECT COUNT(CASE WHEN has_why = 1 OR has_resolution = 1 THEN 1 END) FROM report_lesson_rows) AS of_rows
FROM whole w
JOIN report_pull_requests p ON p.row_id = w.row_id
WHERE w.nth_of_place = 1
ORDER BY w.kind ASC NULLS LAST, w.place ASC NULLS LAST
