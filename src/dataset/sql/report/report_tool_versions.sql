-- One row for each version and model of a tool that is stated, the 500 that most pull requests name.
WITH named AS (
  SELECT row_id, tool_key, version, model_id, MIN(tool_id) AS tool_id, MIN(name) AS name
  FROM report_tool_rows
  WHERE version IS NOT NULL OR model_id IS NOT NULL
  GROUP BY row_id, tool_key, version, model_id
),
versions AS (
  SELECT
    n.tool_key,
    MIN(n.tool_id) AS tool_id,
    MIN(n.name) AS tool_name,
    n.version,
    n.model_id,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN p.outcome = 'merged' THEN 1 END) AS merged,
    COUNT(CASE WHEN p.outcome = 'closed_unmerged' THEN 1 END) AS closed_unmerged,
    MIN(p.created_month) AS first_month,
    MAX(p.created_month) AS last_month
  FROM named n
  JOIN report_pull_requests p ON p.row_id = n.row_id
  GROUP BY n.tool_key, n.version, n.model_id
)
SELECT
  tool_key, tool_id, tool_name, version, model_id, pull_requests, merged, closed_unmerged, first_month, last_month,
  (SELECT COUNT(*) FROM versions) AS of_rows
FROM versions
ORDER BY
  pull_requests DESC NULLS LAST, tool_key ASC NULLS LAST, version ASC NULLS LAST, model_id ASC NULLS LAST
LIMIT 500
