-- Prompts with their completions, as a prompt and a completion each.
SELECT split, record_id, seq, completion_from, prompt_text, completion_text, repository, license
FROM pairs
