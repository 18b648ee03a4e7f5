-- The bands that two or more rows have in common.
SELECT b.row_id, b.band, b.hash
FROM staged_bands b
JOIN judged j ON j.row_id = b.row_id AND j.excluded IS NULL
JOIN (
  SELECT s.band, s.hash
  FROM staged_bands s
  JOIN judged k ON k.row_id = s.row_id AND k.excluded IS NULL
  GROUP BY s.band, s.hash
  HAVING COUNT(*) > 1
) shared ON shared.band = b.band AND shared.hash = b.hash
