-- What the previous version says of each pull request, under today's keys: a name may have got its id since. Where two of its
-- rows turn out to be one pull request, one split stands for both, and the test split goes before the others.
SELECT split, split_by, content_hash, repository_key, pull_request_key
FROM (
  SELECT
    keyed_before.*,
    CAST(ROW_NUMBER() OVER (
    PARTITION BY pull_request_key
    ORDER BY split ASC NULLS LAST, record_key
    ) AS INT) AS preference
  FROM (
    SELECT
      p.record_key,
      p.split,
      p.split_by,
      p.content_hash,
      COALESCE(CAST(COALESCE(p.repository_id, a.repository_id) AS STRING), p.repository_name, p.record_key) AS repository_key,
      CASE
        WHEN p.pr_number IS NULL OR (p.repository_id IS NULL AND p.repository_name IS NULL) THEN p.record_key
        ELSE CONCAT(
          COALESCE(p.host, ''), '/',
          COALESCE(CAST(COALESCE(p.repository_id, a.repository_id) AS STRING), p.repository_name), '/',
          CAST(p.pr_number AS STRING)
        )
      END AS pull_request_key
    FROM previous p
    LEFT JOIN aliases a ON a.host = p.host AND a.repository_name = p.repository_name
  ) keyed_before
) numbered
WHERE preference = 1
