-- What the card says of the dataset as a whole: how many records there are of each kind.
SELECT fact, kind, records
FROM (
  SELECT 'license' AS fact, license AS kind, COUNT(*) AS records FROM published GROUP BY license
  UNION ALL
  SELECT 'visibility' AS fact, visibility AS kind, COUNT(*) AS records FROM published GROUP BY visibility
  UNION ALL
  SELECT 'consent' AS fact, consent AS kind, COUNT(*) AS records FROM published GROUP BY consent
  UNION ALL
  SELECT 'source' AS fact, source AS kind, COUNT(*) AS records FROM published GROUP BY source
  UNION ALL
  SELECT 'split' AS fact, split AS kind, COUNT(*) AS records FROM published GROUP BY split
  UNION ALL
  SELECT 'split_by' AS fact, split_by AS kind, COUNT(*) AS records FROM published GROUP BY split_by
  UNION ALL
  SELECT 'repositories' AS fact, CAST(NULL AS STRING) AS kind, COUNT(DISTINCT repository_key) AS records FROM published
) facts
ORDER BY fact, kind ASC NULLS LAST
