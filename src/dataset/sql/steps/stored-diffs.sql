-- The diffs that the store keeps: those of records it keeps, published or not.
SELECT k.host, k.repository_name, k.repository_id, k.pr_number, k.diff, k.is_new, k.pull_request_key
FROM kept_diffs k
JOIN chosen c ON c.pull_request_key = k.pull_request_key
