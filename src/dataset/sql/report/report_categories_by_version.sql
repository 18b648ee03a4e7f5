-- One row for each kind of lesson, category, tool and version, the 500 most frequent where the version is stated.
WITH by_version AS (
  SELECT
    kind,
    category,
    tool_key,
    MIN(tool_id) AS tool_id,
    MIN(tool_name) AS tool_name,
    version,
    COUNT(*) AS lessons,
    COUNT(DISTINCT row_id) AS pull_requests
  FROM report_lesson_rows
  WHERE version IS NOT NULL
  GROUP BY kind, category, tool_key, version
)
SELECT
  kind, category, tool_key, tool_id, tool_name, version, lessons, pull_requests,
  (SELECT COUNT(*) FROM by_version) AS of_rows
FROM by_version
ORDER BY
  lessons DESC NULLS LAST, kind ASC NULLS LAST, category ASC NULLS LAST, tool_key ASC NULLS LAST,
  version ASC NULLS LAST
LIMIT 500
