-- What merged pull requests changed, where that was asked for and the licence allows it. A diff leads back to its author.
SELECT p.split, p.record_id, CAST(1 AS BIGINT) AS seq, p.repository, COALESCE(p.license, q.license) AS license, k.diff
FROM published p
CROSS JOIN params q
JOIN kept_diffs k ON k.pull_request_key = p.pull_request_key
WHERE q.publish_diffs
