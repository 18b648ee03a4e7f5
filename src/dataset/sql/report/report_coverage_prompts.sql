-- One row: of how many prompts a field is known, and in how many pull requests.
WITH per_pull_request AS (
  SELECT
    row_id,
    COUNT(*) AS prompts,
    COUNT(text) AS text,
    COUNT(length) AS length,
    COUNT(tool_seq) AS tool_seq,
    COUNT(result) AS result
  FROM chosen_prompts
  GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  CAST(COALESCE(SUM(prompts), 0) AS BIGINT) AS prompts,
  CAST(COALESCE(SUM(text), 0) AS BIGINT) AS text,
  COUNT(CASE WHEN text > 0 THEN 1 END) AS pull_requests_with_text,
  CAST(COALESCE(SUM(length), 0) AS BIGINT) AS length,
  COUNT(CASE WHEN length > 0 THEN 1 END) AS pull_requests_with_length,
  CAST(COALESCE(SUM(tool_seq), 0) AS BIGINT) AS tool_seq,
  COUNT(CASE WHEN tool_seq > 0 THEN 1 END) AS pull_requests_with_tool_seq,
  CAST(COALESCE(SUM(result), 0) AS BIGINT) AS result,
  COUNT(CASE WHEN result > 0 THEN 1 END) AS pull_requests_with_result
FROM per_pull_request
