-- One row for each rule and severity.
WITH by_rule AS (
  SELECT rule, severity, COUNT(*) AS findings, COUNT(DISTINCT row_id) AS pull_requests
  FROM chosen_findings
  GROUP BY rule, severity
)
SELECT rule, severity, findings, pull_requests, (SELECT COUNT(*) FROM by_rule) AS of_rows
FROM by_rule
ORDER BY findings DESC NULLS LAST, rule ASC NULLS LAST, severity ASC NULLS LAST
LIMIT 200
