-- A step: the rows of tools, each with a key that is the id in the vocabulary or else the name as written.
SELECT
  row_id,
  seq,
  COALESCE(tool_id, name) AS tool_key,
  tool_id,
  name,
  version,
  model_id
FROM chosen_tools
WHERE COALESCE(tool_id, name) IS NOT NULL
