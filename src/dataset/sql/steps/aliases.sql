-- The numeric id of each repository name: rows from files know only the name. A name that was used twice stands for the newer.
SELECT host, repository_name, MAX(repository_id) AS repository_id
FROM staged_candidates
WHERE repository_id IS NOT NULL AND repository_name IS NOT NULL
GROUP BY host, repository_name
