-- The 100 failed attempts and the 100 corrections that teach most: the fuller and the newer first. The same words count
-- once, and a pull request has three of a kind at most.
WITH different AS (
  -- Only what is ranked by, since all of them are sorted here.
  SELECT
    row_id, kind, seq, summary, fullness, created_at,
    ROW_NUMBER() OVER (
      PARTITION BY kind, summary
      ORDER BY fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST
    ) AS nth_alike,
    COUNT(*) OVER (PARTITION BY kind, summary) AS times
  FROM report_lesson_texts
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
    row_id, kind, seq, summary, fullness, times,
    ROW_NUMBER() OVER (
      PARTITION BY kind
      ORDER BY fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
        summary ASC NULLS LAST
    ) AS place
  FROM spread
  WHERE nth_of_pull_request <= 3
),
whole AS (
  SELECT
    r.kind, t.category, r.summary, t.error, t.why, t.resolution, t.path, l.tool_key, l.tool_id, l.tool_name, l.version,
    r.row_id, r.times, r.place,
    -- A record from outside may give one seq twice.
    ROW_NUMBER() OVER (
      PARTITION BY r.kind, r.place
      ORDER BY t.why ASC NULLS LAST, t.resolution ASC NULLS LAST, t.error ASC NULLS LAST, t.path ASC NULLS LAST,
        t.category ASC NULLS LAST, l.tool_key ASC NULLS LAST, l.version ASC NULLS LAST, l.tool_name ASC NULLS LAST,
        l.tool_id ASC NULLS LAST
    ) AS nth_of_place
  FROM ranked r
  JOIN report_lesson_texts t
    ON t.row_id = r.row_id AND t.kind = r.kind AND t.seq = r.seq AND t.summary = r.summary AND t.fullness = r.fullness
  LEFT JOIN report_lesson_rows l ON l.row_id = r.row_id AND l.kind = r.kind AND l.seq = r.seq
  WHERE r.place <= 100
)
SELECT
  w.kind,
  w.category,
  w.summary,
  w.error,
  w.why,
  w.resolution,
  w.path,
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
  (SELECT COUNT(*) FROM report_lesson_texts) AS of_rows
FROM whole w
JOIN report_pull_requests p ON p.row_id = w.row_id
WHERE w.nth_of_place = 1
ORDER BY w.kind ASC NULLS LAST, w.place ASC NULLS LAST
