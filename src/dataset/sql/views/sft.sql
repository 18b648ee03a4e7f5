-- Prompts with their completions, as one conversation each.
SELECT split, record_id, seq, completion_from, prompt_text, completion_text, repository, license
FROM pairs
