-- The failures that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_failures t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'
