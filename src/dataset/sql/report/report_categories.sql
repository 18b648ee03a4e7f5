-- One row for each kind of lesson and category; a null category was not stated.
SELECT
  kind,
  category,
  COUNT(*) AS lessons,
  COUNT(DISTINCT row_id) AS pull_requests,
  COUNT(why) AS with_why,
  COUNT(resolution) AS with_resolution,
  COUNT(tool_key) AS with_tool
FROM report_lesson_rows
GROUP BY kind, category
ORDER BY kind ASC NULLS LAST, lessons DESC NULLS LAST, category ASC NULLS LAST
