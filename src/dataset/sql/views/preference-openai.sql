-- Preferences in the shape of OpenAI's fine-tuning.
SELECT split, record_id, seq, repository, license, tool_id, model_id, category, prompt_text, chosen_text, rejected_text
FROM preferences
