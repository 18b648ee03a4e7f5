-- The row of each cluster that stands for it.
SELECT cluster, text_hash, COALESCE(assigned, hashed) AS split
FROM ranked
WHERE preference = 1
