-- One row a tool, the 200 that most pull requests name. A failed attempt counts for the tool it belongs to.
WITH named AS (
  SELECT row_id, tool_key, MIN(tool_id) AS tool_id, MIN(name) AS name, COUNT(version) AS versions
  FROM report_tool_rows
  GROUP BY row_id, tool_key
),
told AS (
  SELECT
    row_id,
    tool_key,
    COUNT(CASE WHEN kind = 'failure' THEN 1 END) AS failures,
    COUNT(CASE WHEN kind = 'correction' THEN 1 END) AS corrections
  FROM report_lesson_rows
  WHERE tool_key IS NOT NULL
  GROUP BY row_id, tool_key
),
asked AS (
  SELECT row_id FROM chosen_sections WHERE name = 'failures' AND state IN ('answered', 'denied') GROUP BY row_id
),
by_tool AS (
  SELECT
    n.tool_key,
    MIN(n.tool_id) AS tool_id,
    MIN(n.name) AS tool_name,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN n.versions > 0 THEN 1 END) AS with_version,
    COUNT(CASE WHEN p.outcome = 'merged' THEN 1 END) AS merged,
    COUNT(CASE WHEN p.outcome = 'closed_unmerged' THEN 1 END) AS closed_unmerged,
    COUNT(CASE WHEN p.reverted = 1 THEN 1 END) AS reverted,
    COUNT(CASE WHEN a.row_id IS NOT NULL OR t.failures > 0 THEN 1 END) AS speak_of_failures,
    COUNT(CASE WHEN t.failures > 0 THEN 1 END) AS with_failures,
    CAST(COALESCE(SUM(t.failures), 0) AS BIGINT) AS failures,
    CAST(COALESCE(SUM(t.corrections), 0) AS BIGINT) AS corrections
  FROM named n
  JOIN report_pull_requests p ON p.row_id = n.row_id
  LEFT JOIN told t ON t.row_id = n.row_id AND t.tool_key = n.tool_key
  LEFT JOIN asked a ON a.row_id = n.row_id
  GROUP BY n.tool_key
)
SELECT
  tool_key, tool_id, tool_name, pull_requests, with_version, merged, closed_unmerged, reverted,
  speak_of_failures, with_failures, failures, corrections,
  (SELECT COUNT(*) FROM by_tool) AS of_rows
FROM by_tool
ORDER BY pull_requests DESC NULLS LAST, tool_key ASC NULLS LAST
LIMIT 200
