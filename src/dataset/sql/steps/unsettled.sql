-- Rows whose cluster a further round would still change: 0, but for chains of over a hundred near duplicates.
SELECT COUNT(*) AS unsettled
FROM {{before}} b
JOIN {{labels}} l ON l.row_id = b.row_id
WHERE b.label <> l.label
