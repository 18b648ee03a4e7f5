-- One row for each kind of lesson and category. A null category was not stated. A later version of the record may know more categories
-- than this one does, so the list is limited like the others.
WITH by_category AS (
  SELECT
    kind,
    category,
    COUNT(*) AS lessons,
    COUNT(DISTINCT row_id) AS pull_requests,
    COUNT(has_why) AS with_why,
    COUNT(has_resolution) AS with_resolution,
    COUNT(tool_key) AS with_tool
  FROM report_lesson_rows
  GROUP BY kind, category
)
SELECT
  kind, category, lessons, pull_requests, with_why, with_resolution, with_tool,
  (SELECT COUNT(*) FROM by_category) AS of_rows
FROM by_category
ORDER BY lessons DESC NULLS LAST, kind ASC NULLS LAST, category ASC NULLS LAST
LIMIT 100
