-- The test split by what identifies it elsewhere, so that others can take it out of what they train on.
SELECT p.record_id, p.repository, c.url, c.text_hash
FROM published p
JOIN staged_candidates c ON c.row_id = p.row_id
WHERE p.split = 'test'
