-- One row for each kind of lesson, category and area, the 500 most frequent. A lesson counts in every area that its pull
-- request changes: where it happened is not stated.
WITH by_area AS (
  SELECT
    l.kind,
    l.category,
    p.repository,
    a.area,
    COUNT(*) AS lessons,
    COUNT(DISTINCT l.row_id) AS pull_requests
  FROM report_lesson_rows l
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
