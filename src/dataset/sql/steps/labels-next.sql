-- One round: a row takes the smallest label in its bands, then the label of that label, which halves the way each time.
SELECT near.row_id, CASE WHEN far.label < near.label THEN far.label ELSE near.label END AS label
FROM (
  SELECT l.row_id, MIN(b.label) AS label
  FROM links l
  JOIN (
    SELECT k.band, k.hash, MIN(t.label) AS label
    FROM links k
    JOIN {{labels}} t ON t.row_id = k.row_id
    GROUP BY k.band, k.hash
  ) b ON b.band = l.band AND b.hash = l.hash
  GROUP BY l.row_id
) near
JOIN {{labels}} far ON far.row_id = near.label
