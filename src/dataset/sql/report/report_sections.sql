-- One row a section: in how many pull requests with AI used it is in which state.
WITH sections AS (
  SELECT
    s.name AS section,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN s.state = 'answered' THEN 1 END) AS answered,
    COUNT(CASE WHEN s.state = 'denied' THEN 1 END) AS denied,
    COUNT(CASE WHEN s.state = 'empty' THEN 1 END) AS empty,
    COUNT(CASE WHEN s.state = 'template' THEN 1 END) AS template,
    COUNT(CASE WHEN s.state = 'absent' THEN 1 END) AS absent
  FROM chosen_sections s
  JOIN report_pull_requests p ON p.row_id = s.row_id
  WHERE p.ai_use = 'used'
  GROUP BY s.name
)
SELECT
  section, pull_requests, answered, denied, empty, template, absent,
  (SELECT COUNT(*) FROM sections) AS of_rows
FROM sections
ORDER BY section ASC NULLS LAST
LIMIT 100
