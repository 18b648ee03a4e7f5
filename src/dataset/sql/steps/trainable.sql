-- The rows whose author, or whose team, says yes to training. Training views start from nothing else.
SELECT p.row_id, p.split, p.record_id, p.repository, COALESCE(p.license, q.license) AS license
FROM published p
CROSS JOIN params q
WHERE p.consent = 'yes'
