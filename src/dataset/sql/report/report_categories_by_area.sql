-- One row for each kind of lesson, category and area, the 500 most frequent. A lesson counts in every area that its pull
-- request changes: where it happened is not stated.
WITH per_pull_request AS (
  SELECT row_id, kind, category, COUNT(*) AS lessons
  FROM report_lesson_rows
  GROUP BY row_id, kind, category
),
by_area AS (
  SELECT
    l.kind,
    l.category,
    p.repository,
    a.area,
    CAST(COALESCE(SUM(l.lessons), 0) AS BIGINT) AS lessons,
    COUNT(*) AS pull_requests
  FROM per_pull_request l
  JOIN report_pull_requests p ON p.row_id = l.row_id
  JOIN chosen_areas a ON a.row_id = l.row_id
  GROUP BY l.kind, l.category, p.repository, a.area
)
SELECT
  kind, category, repository, area, lessons, pull_requests,
  (SELECT COUNT(*) FROM by_area) AS of_rows
FROM by_area
ORDER BY
  lessons DESC NULLS LAST, kind ASC NULLS LAST, category ASC NULLS LAST, repository ASC NULLS LAST,
  area ASC NULLS LAST
LIMIT 500
