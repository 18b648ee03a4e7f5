-- Everything that came in and is not in the dataset, by reason.
SELECT reason, COUNT(*) AS rows_excluded
FROM (
  SELECT dropped AS reason FROM keyed WHERE dropped IS NOT NULL
  UNION ALL
  SELECT COALESCE(b.dropped, 'superseded') AS reason
  FROM keyed k
  LEFT JOIN barred b ON b.pull_request_key = k.pull_request_key
  LEFT JOIN chosen c ON c.row_id = k.row_id
  WHERE k.dropped IS NULL AND c.row_id IS NULL
  UNION ALL
  SELECT excluded AS reason FROM judged WHERE excluded IS NOT NULL
  UNION ALL
  SELECT excluded AS reason FROM decided WHERE excluded IS NOT NULL
) reasons
GROUP BY reason
ORDER BY reason
