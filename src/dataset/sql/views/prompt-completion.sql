-- Prompts with their completions, as a prompt and a completion each.
SELECT split, record_id, origin, seq, repository, license, tool_id, model_id, prompt_text, completion_text
FROM pairs
