-- One row: of how many failures a field is known, and in how many pull requests.
WITH per_pull_request AS (
  SELECT
    row_id,
    COUNT(*) AS failures,
    COUNT(error) AS error,
    COUNT(cause) AS cause,
    COUNT(resolution) AS resolution,
    COUNT(category) AS category,
    COUNT(tool_seq) AS tool_seq,
    COUNT(prompt_seq) AS prompt_seq
  FROM chosen_failures
  GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  CAST(COALESCE(SUM(failures), 0) AS BIGINT) AS failures,
  CAST(COALESCE(SUM(error), 0) AS BIGINT) AS error,
  COUNT(CASE WHEN error > 0 THEN 1 END) AS pull_requests_with_error,
  CAST(COALESCE(SUM(cause), 0) AS BIGINT) AS cause,
  COUNT(CASE WHEN cause > 0 THEN 1 END) AS pull_requests_with_cause,
  CAST(COALESCE(SUM(resolution), 0) AS BIGINT) AS resolution,
  COUNT(CASE WHEN resolution > 0 THEN 1 END) AS pull_requests_with_resolution,
  CAST(COALESCE(SUM(category), 0) AS BIGINT) AS category,
  COUNT(CASE WHEN category > 0 THEN 1 END) AS pull_requests_with_category,
  CAST(COALESCE(SUM(tool_seq), 0) AS BIGINT) AS tool_seq,
  COUNT(CASE WHEN tool_seq > 0 THEN 1 END) AS pull_requests_with_tool_seq,
  CAST(COALESCE(SUM(prompt_seq), 0) AS BIGINT) AS prompt_seq,
  COUNT(CASE WHEN prompt_seq > 0 THEN 1 END) AS pull_requests_with_prompt_seq
FROM per_pull_request
