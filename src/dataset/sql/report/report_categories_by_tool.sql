-- One row for each kind of lesson, category and tool, the 500 most frequent. A null tool is not known.
WITH by_tool AS (
  SELECT
    kind,
    category,
    tool_key,
    MIN(tool_id) AS tool_id,
    MIN(tool_name) AS tool_name,
    COUNT(*) AS lessons,
    COUNT(CASE WHEN tool_basis = 'stated' THEN 1 END) AS tool_stated,
    COUNT(DISTINCT row_id) AS pull_requests
  FROM report_lesson_rows
  GROUP BY kind, category, tool_key
)
SELECT
  kind, category, tool_key, tool_id, tool_name, lessons, tool_stated, pull_requests,
  (SELECT COUNT(*) FROM by_tool) AS of_rows
FROM by_tool
ORDER BY
  lessons DESC NULLS LAST, kind ASC NULLS LAST, category ASC NULLS LAST, tool_key ASC NULLS LAST
LIMIT 500
