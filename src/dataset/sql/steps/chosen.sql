-- One row a pull request: the word of the most trusted, then the newest. Nobody else's word replaces the base repository's.
SELECT *
FROM (
  SELECT
    k.*,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY k.pull_request_key
      ORDER BY k.trust_rank, k.generated_at DESC NULLS LAST, k.run_attempt DESC NULLS LAST, k.row_id DESC
    ) AS INT) AS preference
  FROM keyed k
  LEFT JOIN barred b ON b.pull_request_key = k.pull_request_key
  WHERE k.dropped IS NULL AND b.pull_request_key IS NULL
) numbered
WHERE preference = 1
