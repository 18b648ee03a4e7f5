-- Clusters, before the first round: every row is its own.
SELECT DISTINCT row_id, row_id AS label FROM links
