-- Every row that may be published: its split, or why it is a duplicate. What has a split keeps it.
SELECT
  p.row_id,
  p.record_id,
  p.pull_request_key,
  p.content_hash,
  p.split_by,
  CASE WHEN p.assigned IS NOT NULL OR p.preference = 1 THEN COALESCE(p.assigned, p.hashed) END AS split,
  CASE
    WHEN p.assigned IS NOT NULL OR p.preference = 1 THEN CAST(NULL AS STRING)
    WHEN r.split <> p.hashed THEN 'duplicate_of_other_split'
    WHEN r.text_hash = p.text_hash THEN 'exact_duplicate'
    ELSE 'near_duplicate'
  END AS excluded
FROM ranked p
JOIN roots r ON r.cluster = p.cluster
