-- Preferences, in the shape of TRL.
SELECT split, record_id, seq, prompt_text, chosen_text, rejected_text, repository, license
FROM preferences
