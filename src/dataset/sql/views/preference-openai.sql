-- Preferences, in the shape of OpenAI's fine-tuning.
SELECT split, record_id, seq, prompt_text, chosen_text, rejected_text, repository, license
FROM preferences
