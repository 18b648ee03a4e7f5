-- The row of each cluster that stands for it: one that has a split, else what was merged, is documented best, and came first.
SELECT cluster, text_hash, COALESCE(assigned, hashed) AS split
FROM (
  SELECT
    p.*,
    ROW_NUMBER() OVER (
      PARTITION BY p.cluster
      ORDER BY
        CASE WHEN p.assigned IS NULL THEN 1 ELSE 0 END,
        CASE WHEN p.merged THEN 0 ELSE 1 END,
        p.completeness DESC NULLS LAST,
        p.created_at ASC NULLS LAST,
        p.row_id
    ) AS preference
  FROM placed p
) numbered
WHERE preference = 1
