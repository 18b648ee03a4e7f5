-- One row: of how many tools a field is known, and in how many pull requests.
WITH per_pull_request AS (
  SELECT
    row_id,
    COUNT(*) AS tools,
    COUNT(tool_id) AS tool_id,
    COUNT(version) AS version,
    COUNT(model) AS model,
    COUNT(model_id) AS model_id,
    COUNT(used_for) AS used_for
  FROM chosen_tools
  GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  CAST(COALESCE(SUM(tools), 0) AS BIGINT) AS tools,
  CAST(COALESCE(SUM(tool_id), 0) AS BIGINT) AS tool_id,
  COUNT(CASE WHEN tool_id > 0 THEN 1 END) AS pull_requests_with_tool_id,
  CAST(COALESCE(SUM(version), 0) AS BIGINT) AS version,
  COUNT(CASE WHEN version > 0 THEN 1 END) AS pull_requests_with_version,
  CAST(COALESCE(SUM(model), 0) AS BIGINT) AS model,
  COUNT(CASE WHEN model > 0 THEN 1 END) AS pull_requests_with_model,
  CAST(COALESCE(SUM(model_id), 0) AS BIGINT) AS model_id,
  COUNT(CASE WHEN model_id > 0 THEN 1 END) AS pull_requests_with_model_id,
  CAST(COALESCE(SUM(used_for), 0) AS BIGINT) AS used_for,
  COUNT(CASE WHEN used_for > 0 THEN 1 END) AS pull_requests_with_used_for
FROM per_pull_request
