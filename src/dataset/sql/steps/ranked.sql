-- The rows of each cluster in the order in which they may stand for it: one that has a split, else what was merged, is
-- documented best, and came first.
SELECT
  p.*,
  CAST(ROW_NUMBER() OVER (
    PARTITION BY p.cluster
    ORDER BY
      CASE WHEN p.assigned IS NULL THEN 1 ELSE 0 END,
      CASE WHEN p.merged THEN 0 ELSE 1 END,
      p.completeness DESC NULLS LAST,
      p.created_at ASC NULLS LAST,
      p.row_id
  ) AS INT) AS preference
FROM placed p
