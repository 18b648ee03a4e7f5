-- One row: of how many corrections a field is known, and in how many pull requests.
WITH per_pull_request AS (
  SELECT
    row_id,
    COUNT(*) AS corrections,
    COUNT(reason) AS reason,
    COUNT(category) AS category,
    COUNT(path) AS path,
    COUNT(before) AS before,
    COUNT(after) AS after,
    COUNT(tool_seq) AS tool_seq,
    COUNT(prompt_seq) AS prompt_seq
  FROM chosen_corrections
  GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  CAST(COALESCE(SUM(corrections), 0) AS BIGINT) AS corrections,
  CAST(COALESCE(SUM(reason), 0) AS BIGINT) AS reason,
  COUNT(CASE WHEN reason > 0 THEN 1 END) AS pull_requests_with_reason,
  CAST(COALESCE(SUM(category), 0) AS BIGINT) AS category,
  COUNT(CASE WHEN category > 0 THEN 1 END) AS pull_requests_with_category,
  CAST(COALESCE(SUM(path), 0) AS BIGINT) AS path,
  COUNT(CASE WHEN path > 0 THEN 1 END) AS pull_requests_with_path,
  CAST(COALESCE(SUM(before), 0) AS BIGINT) AS before,
  COUNT(CASE WHEN before > 0 THEN 1 END) AS pull_requests_with_before,
  CAST(COALESCE(SUM(after), 0) AS BIGINT) AS after,
  COUNT(CASE WHEN after > 0 THEN 1 END) AS pull_requests_with_after,
  CAST(COALESCE(SUM(tool_seq), 0) AS BIGINT) AS tool_seq,
  COUNT(CASE WHEN tool_seq > 0 THEN 1 END) AS pull_requests_with_tool_seq,
  CAST(COALESCE(SUM(prompt_seq), 0) AS BIGINT) AS prompt_seq,
  COUNT(CASE WHEN prompt_seq > 0 THEN 1 END) AS pull_requests_with_prompt_seq
FROM per_pull_request
