-- A step: one row a failed attempt or manual correction, without its texts, with the tool it belongs to. `tool_basis` is
-- `stated` when the author says which tool, `only` when the pull request names one tool and no other, and null when it
-- cannot be known.
WITH stated_tools AS (
  -- A record from outside may give one seq twice, which must not double a lesson.
  SELECT row_id, seq, MIN(tool_key) AS tool_key, MIN(tool_id) AS tool_id, MIN(name) AS name, MIN(version) AS version
  FROM report_tool_rows
  GROUP BY row_id, seq
),
only_tools AS (
  SELECT
    row_id,
    MIN(tool_key) AS tool_key,
    MIN(tool_id) AS tool_id,
    MIN(name) AS name,
    CASE WHEN COUNT(*) = COUNT(version) AND MIN(version) = MAX(version) THEN MIN(version) END AS version
  FROM report_tool_rows
  GROUP BY row_id
  HAVING COUNT(DISTINCT tool_key) = 1
),
lessons AS (
  SELECT
    row_id, 'failure' AS kind, seq, category, tool_seq,
    CASE WHEN cause IS NOT NULL THEN 1 END AS has_why,
    CASE WHEN resolution IS NOT NULL THEN 1 END AS has_resolution
  FROM chosen_failures
  UNION ALL
  SELECT
    row_id, 'correction' AS kind, seq, category, tool_seq,
    CASE WHEN reason IS NOT NULL THEN 1 END AS has_why,
    CAST(NULL AS INT) AS has_resolution
  FROM chosen_corrections
)
SELECT
  l.row_id,
  l.kind,
  l.seq,
  l.category,
  l.has_why,
  l.has_resolution,
  CASE
    WHEN s.row_id IS NOT NULL THEN 'stated'
    WHEN l.tool_seq IS NULL AND o.row_id IS NOT NULL THEN 'only'
  END AS tool_basis,
  CASE WHEN s.row_id IS NOT NULL THEN s.tool_key WHEN l.tool_seq IS NULL THEN o.tool_key END AS tool_key,
  CASE WHEN s.row_id IS NOT NULL THEN s.tool_id WHEN l.tool_seq IS NULL THEN o.tool_id END AS tool_id,
  CASE WHEN s.row_id IS NOT NULL THEN s.name WHEN l.tool_seq IS NULL THEN o.name END AS tool_name,
  CASE WHEN s.row_id IS NOT NULL THEN s.version WHEN l.tool_seq IS NULL THEN o.version END AS version
FROM lessons l
LEFT JOIN stated_tools s ON s.row_id = l.row_id AND s.seq = l.tool_seq
LEFT JOIN only_tools o ON o.row_id = l.row_id
