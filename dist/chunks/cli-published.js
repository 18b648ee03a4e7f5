import{s as e,t}from"./cli-staged.js";function n(e,t){return{name:e,type:`int64`,description:t}}function r(e,t){return{name:e,type:`int32`,description:t}}function i(e,t){return{name:e,type:`string`,description:t}}const a=n(`of_rows`,`Rows there are without the limit.`),o={name:`report_coverage_pull_requests`,description:`Of how many pull requests a field is known.`,columns:l(`pull_requests`,`created_at`,`repository`,`visibility`,`license`,`consent`,`url`,`ai_use`,`verdict`,`human_reviewed`,`tests_run`,`state`,`merged`,`reverted_by`,`checks`,`review_decision`,`files`)},s={tools:[`tool_id`,`version`,`model`,`model_id`,`used_for`],prompts:[`text`,`length`,`tool_seq`,`result`],failures:[`error`,`cause`,`resolution`,`category`,`tool_seq`,`prompt_seq`],corrections:[`reason`,`category`,`path`,`before`,`after`,`tool_seq`,`prompt_seq`]},c=Object.keys(s).map(e=>({list:e,name:`report_coverage_${e}`,description:`Of how many rows of ${e} a field is known.`,columns:l(`pull_requests`,e,...s[e].flatMap(e=>[e,`pull_requests_with_${e}`]))}));function l(...e){return e.map(e=>n(e,e))}const u=i(`kind`,"`failure` or `correction`."),d=i(`category`,`As the author states it; null when not stated.`),f=i(`tool_key`,`Id of the tool in the vocabulary, or its name as written; null when not known.`),p=i(`tool_id`,`Id of the tool in the vocabulary; null for a tool it does not know.`),m=i(`tool_name`,`Its name, as a record has it.`),h=i(`version`,`Version of the tool, as written.`),g=n(`lessons`,`How many.`),_=n(`pull_requests`,`In how many pull requests.`),ee={name:`report_categories`,description:`Failed attempts and manual corrections by category, the most frequent first.`,columns:[u,d,g,_,n(`with_why`,`That state a cause or reason.`),n(`with_resolution`,`That state what solved it.`),n(`with_tool`,`Whose tool is known.`),a]},te={name:`report_categories_by_tool`,description:`Lessons by category and tool; the 500 most frequent.`,columns:[u,d,f,p,m,g,n(`tool_stated`,`Whose author says which tool; the others are of pull requests that name no other tool.`),_,a]},ne={name:`report_categories_by_version`,description:`Lessons by category, tool and version where the version is known; the 500 most frequent.`,columns:[u,d,f,p,m,h,g,_,a]},re={name:`report_categories_by_area`,description:`Lessons by category and area; the 500 most frequent. A lesson counts in every area that its pull request changes.`,columns:[u,d,i(`repository`,"`owner/name`."),i(`area`,"First two folders of the path; `.` for a file in the root."),g,_,a]},ie={name:`report_lessons`,description:`The 100 failed attempts and the 100 manual corrections that say most: those with a cause, reason or resolution, the fuller and the newer first; three of a kind at most from one pull request, chosen among the 10,000 fullest and newest of a kind. Texts are cut at 1,000 characters.`,columns:[u,d,i(`summary`,`What went wrong, or what a human changed.`),i(`error`,`The error or symptom.`),i(`why`,`The cause or reason.`),i(`resolution`,`What changed.`),i(`path`,`File, as written.`),f,p,m,h,i(`record_id`,`Id of the record, as published.`),i(`repository`,"`owner/name`."),i(`url`,`Page of the pull request; null when not published.`),r(`created_month`,`Month the pull request was opened in; null when not known.`),i(`outcome`,"`merged`, `closed_unmerged`, `open` or `unknown`."),n(`times`,`How many of the 10,000 say it in the same words.`),a]},ae=r(`created_month`,`Month the pull requests were opened in; null when not known.`),v=n(`pull_requests`,`How many.`),y=n(`ai_used`,`Of these, with AI used.`),b=n(`ai_not_used`,`Of these, whose author states that no AI was used.`),x=n(`ai_used_merged`,`With AI used, and merged.`),S=n(`ai_used_closed_unmerged`,`With AI used, and closed without a merge.`),C=n(`failures`,`Failed attempts told.`),w=n(`corrections`,`Manual corrections told.`),T={name:`report_overview`,description:`How much there is.`,columns:[v,n(`repositories`,`Different repositories.`),r(`first_month`,`Earliest month a pull request was opened in.`),r(`last_month`,`Latest month.`),y,b,n(`merged`,`Merged.`),n(`closed_unmerged`,`Closed without a merge.`),n(`still_open`,`Still open. The rest is not known.`),n(`reverted`,`Reverted later, as far as known.`),C,w,n(`with_failures`,`Pull requests that tell of a failed attempt.`),n(`with_corrections`,`Pull requests that tell of a manual correction.`)]},oe={name:`report_adoption`,description:`Use of AI by month, the newest month first; at most 240 months and those without a date.`,columns:[ae,v,y,b,x,S,a]},se={name:`report_repositories`,description:`The 200 repositories with most pull requests.`,columns:[i(`repository`,"`owner/name`."),v,y,b,C,w,a]},ce={name:`report_outcomes`,description:`What became of the pull requests, by use of AI.`,columns:[i(`ai_use`,"`used`, `none` or `unknown`."),i(`outcome`,"`merged`, `closed_unmerged`, `open` or `unknown`."),v,n(`reverted`,`Reverted later, as far as known.`),n(`approved`,"Whose review decision is `APPROVED`."),n(`changes_requested`,"Whose review decision is `CHANGES_REQUESTED`."),n(`human_reviewed`,`Where someone says that a human reviewed.`),n(`tests_run`,`Where someone says that tests were run.`),a]},le={name:`report_areas`,description:`The 500 areas with most lessons, then most pull requests. A pull request counts in every area that it changes.`,columns:[i(`repository`,"`owner/name`."),i(`area`,"First two folders of the path; `.` for a file in the root."),v,y,x,S,C,w,a]},ue=i(`tool_key`,`Id in the tool vocabulary, or the name as written.`),de=i(`tool_id`,`Id in the tool vocabulary; null for a tool it does not know.`),fe=i(`tool_name`,`Its name, as a record has it.`),pe=n(`pull_requests`,`That name it.`),me=n(`merged`,`Of these, merged.`),he=n(`closed_unmerged`,`Of these, closed without a merge.`),ge={name:`report_tools`,description:`The 200 tools that most pull requests name.`,columns:[ue,de,fe,pe,n(`with_version`,`Of these, with its version.`),me,he,n(`reverted`,`Of these, reverted later, as far as known.`),n(`speak_of_failures`,`Of these, that tell of failed attempts or say there were none.`),n(`with_failures`,`Of these, with a failed attempt of this tool.`),n(`failures`,`Failed attempts of this tool.`),n(`corrections`,`Manual corrections of its output.`),a]},_e={name:`report_tool_versions`,description:`The 500 versions and models that most pull requests name.`,columns:[ue,de,fe,i(`version`,`As written; null when only the model is stated.`),i(`model_id`,`One id for all spellings of a model; null when not stated or not known.`),pe,me,he,r(`first_month`,`Earliest month a pull request that names it was opened in.`),r(`last_month`,`Latest month.`),a]},ve={name:`report_sections`,description:`The state of each section in the pull requests with AI used.`,columns:[i(`section`,`Its name.`),n(`pull_requests`,`With AI used.`),n(`answered`,`Documented.`),n(`denied`,`The author says there is none.`),n(`empty`,`A title without content.`),n(`template`,`Untouched placeholder text.`),n(`absent`,`No such section.`),a]},ye={name:`report_completeness`,description:`How complete the records of pull requests with AI used are, by month, the newest first; at most 240 months and those without a date.`,columns:[r(`created_month`,`Month the pull requests were opened in; null when not known.`),n(`pull_requests`,`With AI used.`),n(`score_sum`,`Sum of their completeness, each 0 to 100.`),n(`scored`,`How many the sum is of.`),n(`complete`,`With all six sections documented.`),n(`tools`,`With the section about tools answered or denied.`),n(`prompts`,`With the section about prompts answered or denied.`),n(`failures`,`With the section about failed attempts answered or denied.`),n(`corrections`,`With the section about manual corrections answered or denied.`),n(`context`,`With the section about context answered or denied.`),n(`review`,`With the section about human review answered or denied.`),a]},be={name:`report_findings`,description:`What the rules reported; the 200 most frequent.`,columns:[i(`rule`,`Id of the rule.`),i(`severity`,"`info`, `warning` or `error`."),n(`findings`,`How many.`),n(`pull_requests`,`In how many pull requests.`),a]},xe=[`report_pull_requests`,`report_tool_rows`,`report_lesson_rows`,`report_lesson_counts`],E={adoption:oe,repositories:se,outcomes:ce,tools:ge,tool_versions:_e,sections:ve,completeness:ye,categories:ee,categories_by_tool:te,categories_by_version:ne,areas:le,categories_by_area:re,lessons:ie,findings:be},Se=[T,o,...c,...Object.values(E)],Ce=new Map(Object.entries({"report/report_adoption":`-- One row a month in which pull requests were opened, the newest 240, and one with a null month for those without a date.
WITH months AS (
  SELECT
    created_month,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN ai_use = 'used' THEN 1 END) AS ai_used,
    COUNT(CASE WHEN ai_use = 'none' THEN 1 END) AS ai_not_used,
    COUNT(CASE WHEN ai_use = 'used' AND outcome = 'merged' THEN 1 END) AS ai_used_merged,
    COUNT(CASE WHEN ai_use = 'used' AND outcome = 'closed_unmerged' THEN 1 END) AS ai_used_closed_unmerged
  FROM report_pull_requests
  GROUP BY created_month
)
SELECT
  created_month, pull_requests, ai_used, ai_not_used, ai_used_merged, ai_used_closed_unmerged,
  (SELECT COUNT(*) FROM months) AS of_rows
FROM months
ORDER BY created_month DESC NULLS FIRST
LIMIT 241`,"report/report_areas":`-- One row an area of a repository, the 500 with most lessons, then most pull requests.
WITH areas AS (
  SELECT
    p.repository,
    a.area,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN p.ai_use = 'used' THEN 1 END) AS ai_used,
    COUNT(CASE WHEN p.ai_use = 'used' AND p.outcome = 'merged' THEN 1 END) AS ai_used_merged,
    COUNT(CASE WHEN p.ai_use = 'used' AND p.outcome = 'closed_unmerged' THEN 1 END) AS ai_used_closed_unmerged,
    CAST(COALESCE(SUM(l.failures), 0) AS BIGINT) AS failures,
    CAST(COALESCE(SUM(l.corrections), 0) AS BIGINT) AS corrections
  FROM chosen_areas a
  JOIN report_pull_requests p ON p.row_id = a.row_id
  LEFT JOIN report_lesson_counts l ON l.row_id = a.row_id
  GROUP BY p.repository, a.area
)
SELECT
  repository, area, pull_requests, ai_used, ai_used_merged, ai_used_closed_unmerged, failures, corrections,
  (SELECT COUNT(*) FROM areas) AS of_rows
FROM areas
ORDER BY
  failures + corrections DESC NULLS LAST, pull_requests DESC NULLS LAST, repository ASC NULLS LAST,
  area ASC NULLS LAST
LIMIT 500`,"report/report_categories":`-- One row for each kind of lesson and category. A null category was not stated. A later version of the record may know more categories
-- than this one does, so the list is limited like the others.
WITH by_category AS (
  SELECT
    kind,
    category,
    COUNT(*) AS lessons,
    COUNT(DISTINCT row_id) AS pull_requests,
    COUNT(has_why) AS with_why,
    COUNT(has_resolution) AS with_resolution,
    COUNT(tool_key) AS with_tool
  FROM report_lesson_rows
  GROUP BY kind, category
)
SELECT
  kind, category, lessons, pull_requests, with_why, with_resolution, with_tool,
  (SELECT COUNT(*) FROM by_category) AS of_rows
FROM by_category
ORDER BY lessons DESC NULLS LAST, kind ASC NULLS LAST, category ASC NULLS LAST
LIMIT 100`,"report/report_categories_by_area":`-- One row for each kind of lesson, category and area, the 500 most frequent. A lesson counts in every area that its pull
-- request changes: where it happened is not stated.
WITH per_pull_request AS (
  SELECT row_id, kind, category, COUNT(*) AS lessons
  FROM report_lesson_rows
  GROUP BY row_id, kind, category
),
by_area AS (
  SELECT
    l.kind,
    l.category,
    p.repository,
    a.area,
    CAST(COALESCE(SUM(l.lessons), 0) AS BIGINT) AS lessons,
    COUNT(*) AS pull_requests
  FROM per_pull_request l
  JOIN report_pull_requests p ON p.row_id = l.row_id
  JOIN chosen_areas a ON a.row_id = l.row_id
  GROUP BY l.kind, l.category, p.repository, a.area
)
SELECT
  kind, category, repository, area, lessons, pull_requests,
  (SELECT COUNT(*) FROM by_area) AS of_rows
FROM by_area
ORDER BY
  lessons DESC NULLS LAST, kind ASC NULLS LAST, category ASC NULLS LAST, repository ASC NULLS LAST,
  area ASC NULLS LAST
LIMIT 500`,"report/report_categories_by_tool":`-- One row for each kind of lesson, category and tool, the 500 most frequent. A null tool is not known.
WITH by_tool AS (
  SELECT
    kind,
    category,
    tool_key,
    MIN(tool_id) AS tool_id,
    MIN(tool_name) AS tool_name,
    COUNT(*) AS lessons,
    COUNT(CASE WHEN tool_basis = 'stated' THEN 1 END) AS tool_stated,
    COUNT(DISTINCT row_id) AS pull_requests
  FROM report_lesson_rows
  GROUP BY kind, category, tool_key
)
SELECT
  kind, category, tool_key, tool_id, tool_name, lessons, tool_stated, pull_requests,
  (SELECT COUNT(*) FROM by_tool) AS of_rows
FROM by_tool
ORDER BY
  lessons DESC NULLS LAST, kind ASC NULLS LAST, category ASC NULLS LAST, tool_key ASC NULLS LAST
LIMIT 500`,"report/report_categories_by_version":`-- One row for each kind of lesson, category, tool and version, the 500 most frequent where the version is stated.
WITH by_version AS (
  SELECT
    kind,
    category,
    tool_key,
    MIN(tool_id) AS tool_id,
    MIN(tool_name) AS tool_name,
    version,
    COUNT(*) AS lessons,
    COUNT(DISTINCT row_id) AS pull_requests
  FROM report_lesson_rows
  WHERE version IS NOT NULL
  GROUP BY kind, category, tool_key, version
)
SELECT
  kind, category, tool_key, tool_id, tool_name, version, lessons, pull_requests,
  (SELECT COUNT(*) FROM by_version) AS of_rows
FROM by_version
ORDER BY
  lessons DESC NULLS LAST, kind ASC NULLS LAST, category ASC NULLS LAST, tool_key ASC NULLS LAST,
  version ASC NULLS LAST
LIMIT 500`,"report/report_completeness":`-- One row a month: how complete the records of pull requests with AI used are, and how many document each section.
WITH documented AS (
  SELECT
    row_id,
    MAX(CASE WHEN name = 'tools' THEN 1 ELSE 0 END) AS tools,
    MAX(CASE WHEN name = 'prompts' THEN 1 ELSE 0 END) AS prompts,
    MAX(CASE WHEN name = 'failures' THEN 1 ELSE 0 END) AS failures,
    MAX(CASE WHEN name = 'corrections' THEN 1 ELSE 0 END) AS corrections,
    MAX(CASE WHEN name = 'context' THEN 1 ELSE 0 END) AS context,
    MAX(CASE WHEN name = 'review' THEN 1 ELSE 0 END) AS review
  FROM chosen_sections
  WHERE state IN ('answered', 'denied')
  GROUP BY row_id
),
months AS (
  SELECT
    p.created_month,
    COUNT(*) AS pull_requests,
    CAST(COALESCE(SUM(p.completeness), 0) AS BIGINT) AS score_sum,
    COUNT(p.completeness) AS scored,
    COUNT(CASE WHEN p.completeness = 100 THEN 1 END) AS complete,
    COUNT(CASE WHEN d.tools = 1 THEN 1 END) AS tools,
    COUNT(CASE WHEN d.prompts = 1 THEN 1 END) AS prompts,
    COUNT(CASE WHEN d.failures = 1 THEN 1 END) AS failures,
    COUNT(CASE WHEN d.corrections = 1 THEN 1 END) AS corrections,
    COUNT(CASE WHEN d.context = 1 THEN 1 END) AS context,
    COUNT(CASE WHEN d.review = 1 THEN 1 END) AS review
  FROM report_pull_requests p
  LEFT JOIN documented d ON d.row_id = p.row_id
  WHERE p.ai_use = 'used'
  GROUP BY p.created_month
)
SELECT
  created_month, pull_requests, score_sum, scored, complete,
  tools, prompts, failures, corrections, context, review,
  (SELECT COUNT(*) FROM months) AS of_rows
FROM months
ORDER BY created_month DESC NULLS FIRST
LIMIT 241`,"report/report_coverage_corrections":`-- One row: of how many corrections a field is known, and in how many pull requests.
WITH per_pull_request AS (
  SELECT
    row_id,
    COUNT(*) AS corrections,
    COUNT(reason) AS reason,
    COUNT(category) AS category,
    COUNT(path) AS path,
    COUNT(before) AS before,
    COUNT(after) AS after,
    COUNT(tool_seq) AS tool_seq,
    COUNT(prompt_seq) AS prompt_seq
  FROM chosen_corrections
  GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  CAST(COALESCE(SUM(corrections), 0) AS BIGINT) AS corrections,
  CAST(COALESCE(SUM(reason), 0) AS BIGINT) AS reason,
  COUNT(CASE WHEN reason > 0 THEN 1 END) AS pull_requests_with_reason,
  CAST(COALESCE(SUM(category), 0) AS BIGINT) AS category,
  COUNT(CASE WHEN category > 0 THEN 1 END) AS pull_requests_with_category,
  CAST(COALESCE(SUM(path), 0) AS BIGINT) AS path,
  COUNT(CASE WHEN path > 0 THEN 1 END) AS pull_requests_with_path,
  CAST(COALESCE(SUM(before), 0) AS BIGINT) AS before,
  COUNT(CASE WHEN before > 0 THEN 1 END) AS pull_requests_with_before,
  CAST(COALESCE(SUM(after), 0) AS BIGINT) AS after,
  COUNT(CASE WHEN after > 0 THEN 1 END) AS pull_requests_with_after,
  CAST(COALESCE(SUM(tool_seq), 0) AS BIGINT) AS tool_seq,
  COUNT(CASE WHEN tool_seq > 0 THEN 1 END) AS pull_requests_with_tool_seq,
  CAST(COALESCE(SUM(prompt_seq), 0) AS BIGINT) AS prompt_seq,
  COUNT(CASE WHEN prompt_seq > 0 THEN 1 END) AS pull_requests_with_prompt_seq
FROM per_pull_request`,"report/report_coverage_failures":`-- One row: of how many failures a field is known, and in how many pull requests.
WITH per_pull_request AS (
  SELECT
    row_id,
    COUNT(*) AS failures,
    COUNT(error) AS error,
    COUNT(cause) AS cause,
    COUNT(resolution) AS resolution,
    COUNT(category) AS category,
    COUNT(tool_seq) AS tool_seq,
    COUNT(prompt_seq) AS prompt_seq
  FROM chosen_failures
  GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  CAST(COALESCE(SUM(failures), 0) AS BIGINT) AS failures,
  CAST(COALESCE(SUM(error), 0) AS BIGINT) AS error,
  COUNT(CASE WHEN error > 0 THEN 1 END) AS pull_requests_with_error,
  CAST(COALESCE(SUM(cause), 0) AS BIGINT) AS cause,
  COUNT(CASE WHEN cause > 0 THEN 1 END) AS pull_requests_with_cause,
  CAST(COALESCE(SUM(resolution), 0) AS BIGINT) AS resolution,
  COUNT(CASE WHEN resolution > 0 THEN 1 END) AS pull_requests_with_resolution,
  CAST(COALESCE(SUM(category), 0) AS BIGINT) AS category,
  COUNT(CASE WHEN category > 0 THEN 1 END) AS pull_requests_with_category,
  CAST(COALESCE(SUM(tool_seq), 0) AS BIGINT) AS tool_seq,
  COUNT(CASE WHEN tool_seq > 0 THEN 1 END) AS pull_requests_with_tool_seq,
  CAST(COALESCE(SUM(prompt_seq), 0) AS BIGINT) AS prompt_seq,
  COUNT(CASE WHEN prompt_seq > 0 THEN 1 END) AS pull_requests_with_prompt_seq
FROM per_pull_request`,"report/report_coverage_prompts":`-- One row: of how many prompts a field is known, and in how many pull requests.
WITH per_pull_request AS (
  SELECT
    row_id,
    COUNT(*) AS prompts,
    COUNT(text) AS text,
    COUNT(length) AS length,
    COUNT(tool_seq) AS tool_seq,
    COUNT(result) AS result
  FROM chosen_prompts
  GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  CAST(COALESCE(SUM(prompts), 0) AS BIGINT) AS prompts,
  CAST(COALESCE(SUM(text), 0) AS BIGINT) AS text,
  COUNT(CASE WHEN text > 0 THEN 1 END) AS pull_requests_with_text,
  CAST(COALESCE(SUM(length), 0) AS BIGINT) AS length,
  COUNT(CASE WHEN length > 0 THEN 1 END) AS pull_requests_with_length,
  CAST(COALESCE(SUM(tool_seq), 0) AS BIGINT) AS tool_seq,
  COUNT(CASE WHEN tool_seq > 0 THEN 1 END) AS pull_requests_with_tool_seq,
  CAST(COALESCE(SUM(result), 0) AS BIGINT) AS result,
  COUNT(CASE WHEN result > 0 THEN 1 END) AS pull_requests_with_result
FROM per_pull_request`,"report/report_coverage_pull_requests":`-- One row: of how many pull requests a field is known.
WITH with_files AS (
  SELECT row_id FROM chosen_areas GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  COUNT(c.created_at) AS created_at,
  COUNT(c.repository) AS repository,
  COUNT(c.visibility) AS visibility,
  COUNT(c.license) AS license,
  COUNT(CASE WHEN c.consent <> 'unset' THEN 1 END) AS consent,
  COUNT(c.url) AS url,
  COUNT(CASE WHEN c.ai_use <> 'unknown' THEN 1 END) AS ai_use,
  COUNT(c.result) AS verdict,
  COUNT(c.human_reviewed) AS human_reviewed,
  COUNT(c.tests_run) AS tests_run,
  COUNT(c.state) AS state,
  COUNT(c.merged) AS merged,
  COUNT(c.reverted_by) AS reverted_by,
  COUNT(c.checks) AS checks,
  COUNT(c.review_decision) AS review_decision,
  COUNT(f.row_id) AS files
FROM chosen_candidates c
LEFT JOIN with_files f ON f.row_id = c.row_id`,"report/report_coverage_tools":`-- One row: of how many tools a field is known, and in how many pull requests.
WITH per_pull_request AS (
  SELECT
    row_id,
    COUNT(*) AS tools,
    COUNT(tool_id) AS tool_id,
    COUNT(version) AS version,
    COUNT(model) AS model,
    COUNT(model_id) AS model_id,
    COUNT(used_for) AS used_for
  FROM chosen_tools
  GROUP BY row_id
)
SELECT
  COUNT(*) AS pull_requests,
  CAST(COALESCE(SUM(tools), 0) AS BIGINT) AS tools,
  CAST(COALESCE(SUM(tool_id), 0) AS BIGINT) AS tool_id,
  COUNT(CASE WHEN tool_id > 0 THEN 1 END) AS pull_requests_with_tool_id,
  CAST(COALESCE(SUM(version), 0) AS BIGINT) AS version,
  COUNT(CASE WHEN version > 0 THEN 1 END) AS pull_requests_with_version,
  CAST(COALESCE(SUM(model), 0) AS BIGINT) AS model,
  COUNT(CASE WHEN model > 0 THEN 1 END) AS pull_requests_with_model,
  CAST(COALESCE(SUM(model_id), 0) AS BIGINT) AS model_id,
  COUNT(CASE WHEN model_id > 0 THEN 1 END) AS pull_requests_with_model_id,
  CAST(COALESCE(SUM(used_for), 0) AS BIGINT) AS used_for,
  COUNT(CASE WHEN used_for > 0 THEN 1 END) AS pull_requests_with_used_for
FROM per_pull_request`,"report/report_findings":`-- One row for each rule and severity.
WITH by_rule AS (
  SELECT rule, severity, COUNT(*) AS findings, COUNT(DISTINCT row_id) AS pull_requests
  FROM chosen_findings
  GROUP BY rule, severity
)
SELECT rule, severity, findings, pull_requests, (SELECT COUNT(*) FROM by_rule) AS of_rows
FROM by_rule
ORDER BY findings DESC NULLS LAST, rule ASC NULLS LAST, severity ASC NULLS LAST
LIMIT 200`,"report/report_lesson_counts":`-- A step: one row a pull request that tells of failed attempts or manual corrections.
SELECT
  row_id,
  COUNT(CASE WHEN kind = 'failure' THEN 1 END) AS failures,
  COUNT(CASE WHEN kind = 'correction' THEN 1 END) AS corrections
FROM report_lesson_rows
GROUP BY row_id`,"report/report_lesson_rows":`-- A step: one row a failed attempt or manual correction, without its texts, with the tool it belongs to. \`tool_basis\` is
-- \`stated\` when the author says which tool, \`only\` when the pull request names one tool and no other, and null when it
-- cannot be known.
WITH stated_tools AS (
  -- A record from outside may give one seq twice, which must not double a lesson.
  SELECT row_id, seq, MIN(tool_key) AS tool_key, MIN(tool_id) AS tool_id, MIN(name) AS name, MIN(version) AS version
  FROM report_tool_rows
  GROUP BY row_id, seq
),
only_tools AS (
  SELECT
    row_id,
    MIN(tool_key) AS tool_key,
    MIN(tool_id) AS tool_id,
    MIN(name) AS name,
    CASE WHEN COUNT(*) = COUNT(version) AND MIN(version) = MAX(version) THEN MIN(version) END AS version
  FROM report_tool_rows
  GROUP BY row_id
  HAVING COUNT(DISTINCT tool_key) = 1
),
lessons AS (
  SELECT
    row_id, 'failure' AS kind, seq, category, tool_seq,
    CASE WHEN cause IS NOT NULL THEN 1 END AS has_why,
    CASE WHEN resolution IS NOT NULL THEN 1 END AS has_resolution
  FROM chosen_failures
  UNION ALL
  SELECT
    row_id, 'correction' AS kind, seq, category, tool_seq,
    CASE WHEN reason IS NOT NULL THEN 1 END AS has_why,
    CAST(NULL AS INT) AS has_resolution
  FROM chosen_corrections
)
SELECT
  l.row_id,
  l.kind,
  l.seq,
  l.category,
  l.has_why,
  l.has_resolution,
  CASE
    WHEN s.row_id IS NOT NULL THEN 'stated'
    WHEN l.tool_seq IS NULL AND o.row_id IS NOT NULL THEN 'only'
  END AS tool_basis,
  CASE WHEN s.row_id IS NOT NULL THEN s.tool_key WHEN l.tool_seq IS NULL THEN o.tool_key END AS tool_key,
  CASE WHEN s.row_id IS NOT NULL THEN s.tool_id WHEN l.tool_seq IS NULL THEN o.tool_id END AS tool_id,
  CASE WHEN s.row_id IS NOT NULL THEN s.name WHEN l.tool_seq IS NULL THEN o.name END AS tool_name,
  CASE WHEN s.row_id IS NOT NULL THEN s.version WHEN l.tool_seq IS NULL THEN o.version END AS version
FROM lessons l
LEFT JOIN stated_tools s ON s.row_id = l.row_id AND s.seq = l.tool_seq
LEFT JOIN only_tools o ON o.row_id = l.row_id`,"report/report_lessons":`-- The 100 failed attempts and the 100 corrections that teach most: those that say why or what solved it, the fuller and the
-- newer first. The same words count once, and a pull request has three of a kind at most. They are chosen among the 10,000
-- fullest and newest of a kind, so that however many there are, few are sorted. Texts are cut at 1,000 characters.
WITH failures AS (
  SELECT
    f.row_id, 'failure' AS kind, f.seq, SUBSTR(f.summary, 1, 1000) AS summary,
    CASE WHEN f.cause IS NOT NULL THEN 1 ELSE 0 END + CASE WHEN f.resolution IS NOT NULL THEN 1 ELSE 0 END
      + CASE WHEN f.category IS NOT NULL THEN 1 ELSE 0 END AS fullness,
    p.created_at
  FROM chosen_failures f
  JOIN report_pull_requests p ON p.row_id = f.row_id
  WHERE f.summary IS NOT NULL AND (f.cause IS NOT NULL OR f.resolution IS NOT NULL)
  ORDER BY
    fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
    summary ASC NULLS LAST
  LIMIT 10000
),
corrections AS (
  SELECT
    c.row_id, 'correction' AS kind, c.seq, SUBSTR(c.summary, 1, 1000) AS summary,
    1 + CASE WHEN c.category IS NOT NULL THEN 1 ELSE 0 END AS fullness,
    p.created_at
  FROM chosen_corrections c
  JOIN report_pull_requests p ON p.row_id = c.row_id
  WHERE c.summary IS NOT NULL AND c.reason IS NOT NULL
  ORDER BY
    fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
    summary ASC NULLS LAST
  LIMIT 10000
),
lessons AS (
  SELECT row_id, kind, seq, summary, fullness, created_at FROM failures
  UNION ALL
  SELECT row_id, kind, seq, summary, fullness, created_at FROM corrections
),
different AS (
  SELECT
    row_id, kind, seq, summary, fullness, created_at,
    ROW_NUMBER() OVER (
      PARTITION BY kind, summary
      ORDER BY fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST
    ) AS nth_alike,
    COUNT(*) OVER (PARTITION BY kind, summary) AS times
  FROM lessons
),
spread AS (
  SELECT
    row_id, kind, seq, summary, fullness, created_at, times,
    ROW_NUMBER() OVER (
      PARTITION BY kind, row_id
      ORDER BY fullness DESC NULLS LAST, seq ASC NULLS LAST, summary ASC NULLS LAST
    ) AS nth_of_pull_request
  FROM different
  WHERE nth_alike = 1
),
ranked AS (
  SELECT
    row_id, kind, seq, summary, times,
    ROW_NUMBER() OVER (
      PARTITION BY kind
      ORDER BY fullness DESC NULLS LAST, created_at DESC NULLS LAST, row_id ASC NULLS LAST, seq ASC NULLS LAST,
        summary ASC NULLS LAST
    ) AS place
  FROM spread
  WHERE nth_of_pull_request <= 3
),
texts AS (
  SELECT
    r.kind, r.place, f.category, f.error, f.cause AS why, f.resolution, CAST(NULL AS STRING) AS path
  FROM ranked r
  JOIN chosen_failures f ON f.row_id = r.row_id AND f.seq = r.seq AND SUBSTR(f.summary, 1, 1000) = r.summary
  WHERE r.kind = 'failure' AND r.place <= 100
  UNION ALL
  SELECT
    r.kind, r.place, c.category, CAST(NULL AS STRING) AS error, c.reason AS why, CAST(NULL AS STRING) AS resolution, c.path
  FROM ranked r
  JOIN chosen_corrections c ON c.row_id = r.row_id AND c.seq = r.seq AND SUBSTR(c.summary, 1, 1000) = r.summary
  WHERE r.kind = 'correction' AND r.place <= 100
),
whole AS (
  SELECT
    r.row_id, r.kind, r.place, r.summary, r.times, t.category, t.error, t.why, t.resolution, t.path, l.tool_key,
    l.tool_id, l.tool_name, l.version,
    -- A record from outside may give one seq twice.
    ROW_NUMBER() OVER (
      PARTITION BY r.kind, r.place
      ORDER BY t.why ASC NULLS LAST, t.resolution ASC NULLS LAST, t.error ASC NULLS LAST, t.path ASC NULLS LAST,
        t.category ASC NULLS LAST, l.tool_key ASC NULLS LAST, l.version ASC NULLS LAST, l.tool_name ASC NULLS LAST,
        l.tool_id ASC NULLS LAST
    ) AS nth_of_place
  FROM ranked r
  JOIN texts t ON t.kind = r.kind AND t.place = r.place
  LEFT JOIN report_lesson_rows l ON l.row_id = r.row_id AND l.kind = r.kind AND l.seq = r.seq
)
SELECT
  w.kind,
  w.category,
  w.summary,
  SUBSTR(w.error, 1, 1000) AS error,
  SUBSTR(w.why, 1, 1000) AS why,
  SUBSTR(w.resolution, 1, 1000) AS resolution,
  SUBSTR(w.path, 1, 1000) AS path,
  w.tool_key,
  w.tool_id,
  w.tool_name,
  w.version,
  p.record_id,
  p.repository,
  p.url,
  p.created_month,
  p.outcome,
  w.times,
  (SELECT COUNT(CASE WHEN has_why = 1 OR has_resolution = 1 THEN 1 END) FROM report_lesson_rows) AS of_rows
FROM whole w
JOIN report_pull_requests p ON p.row_id = w.row_id
WHERE w.nth_of_place = 1
ORDER BY w.kind ASC NULLS LAST, w.place ASC NULLS LAST`,"report/report_outcomes":`-- One row for each kind of AI use and outcome.
WITH by_outcome AS (
  SELECT
    ai_use,
    outcome,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN reverted = 1 THEN 1 END) AS reverted,
    COUNT(CASE WHEN review_decision = 'APPROVED' THEN 1 END) AS approved,
    COUNT(CASE WHEN review_decision = 'CHANGES_REQUESTED' THEN 1 END) AS changes_requested,
    COUNT(CASE WHEN human_reviewed THEN 1 END) AS human_reviewed,
    COUNT(CASE WHEN tests_run THEN 1 END) AS tests_run
  FROM report_pull_requests
  GROUP BY ai_use, outcome
)
SELECT
  ai_use, outcome, pull_requests, reverted, approved, changes_requested, human_reviewed, tests_run,
  (SELECT COUNT(*) FROM by_outcome) AS of_rows
FROM by_outcome
ORDER BY ai_use ASC NULLS LAST, outcome ASC NULLS LAST
LIMIT 100`,"report/report_overview":`-- One row: how much there is.
SELECT
  COUNT(*) AS pull_requests,
  COUNT(DISTINCT p.repository) AS repositories,
  MIN(p.created_month) AS first_month,
  MAX(p.created_month) AS last_month,
  COUNT(CASE WHEN p.ai_use = 'used' THEN 1 END) AS ai_used,
  COUNT(CASE WHEN p.ai_use = 'none' THEN 1 END) AS ai_not_used,
  COUNT(CASE WHEN p.outcome = 'merged' THEN 1 END) AS merged,
  COUNT(CASE WHEN p.outcome = 'closed_unmerged' THEN 1 END) AS closed_unmerged,
  COUNT(CASE WHEN p.outcome = 'open' THEN 1 END) AS still_open,
  COUNT(CASE WHEN p.reverted = 1 THEN 1 END) AS reverted,
  CAST(COALESCE(SUM(l.failures), 0) AS BIGINT) AS failures,
  CAST(COALESCE(SUM(l.corrections), 0) AS BIGINT) AS corrections,
  COUNT(CASE WHEN l.failures > 0 THEN 1 END) AS with_failures,
  COUNT(CASE WHEN l.corrections > 0 THEN 1 END) AS with_corrections
FROM report_pull_requests p
LEFT JOIN report_lesson_counts l ON l.row_id = p.row_id`,"report/report_pull_requests":`-- A step: one row a pull request, with what became of it in one word.
SELECT
  row_id,
  record_id,
  repository,
  created_month,
  created_at,
  url,
  ai_use,
  completeness,
  CASE
    WHEN merged THEN 'merged'
    WHEN state = 'open' THEN 'open'
    WHEN state = 'closed' AND NOT merged THEN 'closed_unmerged'
    ELSE 'unknown'
  END AS outcome,
  CASE WHEN reverted_by IS NOT NULL THEN 1 ELSE 0 END AS reverted,
  human_reviewed,
  tests_run,
  review_decision
FROM chosen_candidates`,"report/report_repositories":`-- One row a repository, the 200 with most pull requests.
WITH repositories AS (
  SELECT
    p.repository,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN p.ai_use = 'used' THEN 1 END) AS ai_used,
    COUNT(CASE WHEN p.ai_use = 'none' THEN 1 END) AS ai_not_used,
    CAST(COALESCE(SUM(l.failures), 0) AS BIGINT) AS failures,
    CAST(COALESCE(SUM(l.corrections), 0) AS BIGINT) AS corrections
  FROM report_pull_requests p
  LEFT JOIN report_lesson_counts l ON l.row_id = p.row_id
  GROUP BY p.repository
)
SELECT
  repository, pull_requests, ai_used, ai_not_used, failures, corrections,
  (SELECT COUNT(*) FROM repositories) AS of_rows
FROM repositories
ORDER BY pull_requests DESC NULLS LAST, repository ASC NULLS LAST
LIMIT 200`,"report/report_sections":`-- One row a section: in how many pull requests with AI used it is in which state.
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
LIMIT 100`,"report/report_tool_rows":`-- A step: the rows of tools, each with a key that is the id in the vocabulary or else the name as written.
SELECT
  row_id,
  seq,
  COALESCE(tool_id, name) AS tool_key,
  tool_id,
  name,
  version,
  model_id
FROM chosen_tools
WHERE COALESCE(tool_id, name) IS NOT NULL`,"report/report_tool_versions":`-- One row for each version and model of a tool that is stated, the 500 that most pull requests name.
WITH named AS (
  SELECT row_id, tool_key, version, model_id, MIN(tool_id) AS tool_id, MIN(name) AS name
  FROM report_tool_rows
  WHERE version IS NOT NULL OR model_id IS NOT NULL
  GROUP BY row_id, tool_key, version, model_id
),
versions AS (
  SELECT
    n.tool_key,
    MIN(n.tool_id) AS tool_id,
    MIN(n.name) AS tool_name,
    n.version,
    n.model_id,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN p.outcome = 'merged' THEN 1 END) AS merged,
    COUNT(CASE WHEN p.outcome = 'closed_unmerged' THEN 1 END) AS closed_unmerged,
    MIN(p.created_month) AS first_month,
    MAX(p.created_month) AS last_month
  FROM named n
  JOIN report_pull_requests p ON p.row_id = n.row_id
  GROUP BY n.tool_key, n.version, n.model_id
)
SELECT
  tool_key, tool_id, tool_name, version, model_id, pull_requests, merged, closed_unmerged, first_month, last_month,
  (SELECT COUNT(*) FROM versions) AS of_rows
FROM versions
ORDER BY
  pull_requests DESC NULLS LAST, tool_key ASC NULLS LAST, version ASC NULLS LAST, model_id ASC NULLS LAST
LIMIT 500`,"report/report_tools":`-- One row a tool, the 200 that most pull requests name. A failed attempt counts for the tool it belongs to.
WITH named AS (
  SELECT row_id, tool_key, MIN(tool_id) AS tool_id, MIN(name) AS name, COUNT(version) AS versions
  FROM report_tool_rows
  GROUP BY row_id, tool_key
),
told AS (
  SELECT
    row_id,
    tool_key,
    COUNT(CASE WHEN kind = 'failure' THEN 1 END) AS failures,
    COUNT(CASE WHEN kind = 'correction' THEN 1 END) AS corrections
  FROM report_lesson_rows
  WHERE tool_key IS NOT NULL
  GROUP BY row_id, tool_key
),
asked AS (
  SELECT row_id FROM chosen_sections WHERE name = 'failures' AND state IN ('answered', 'denied') GROUP BY row_id
),
by_tool AS (
  SELECT
    n.tool_key,
    MIN(n.tool_id) AS tool_id,
    MIN(n.name) AS tool_name,
    COUNT(*) AS pull_requests,
    COUNT(CASE WHEN n.versions > 0 THEN 1 END) AS with_version,
    COUNT(CASE WHEN p.outcome = 'merged' THEN 1 END) AS merged,
    COUNT(CASE WHEN p.outcome = 'closed_unmerged' THEN 1 END) AS closed_unmerged,
    COUNT(CASE WHEN p.reverted = 1 THEN 1 END) AS reverted,
    COUNT(CASE WHEN a.row_id IS NOT NULL OR t.failures > 0 THEN 1 END) AS speak_of_failures,
    COUNT(CASE WHEN t.failures > 0 THEN 1 END) AS with_failures,
    CAST(COALESCE(SUM(t.failures), 0) AS BIGINT) AS failures,
    CAST(COALESCE(SUM(t.corrections), 0) AS BIGINT) AS corrections
  FROM named n
  JOIN report_pull_requests p ON p.row_id = n.row_id
  LEFT JOIN told t ON t.row_id = n.row_id AND t.tool_key = n.tool_key
  LEFT JOIN asked a ON a.row_id = n.row_id
  GROUP BY n.tool_key
)
SELECT
  tool_key, tool_id, tool_name, pull_requests, with_version, merged, closed_unmerged, reverted,
  speak_of_failures, with_failures, failures, corrections,
  (SELECT COUNT(*) FROM by_tool) AS of_rows
FROM by_tool
ORDER BY pull_requests DESC NULLS LAST, tool_key ASC NULLS LAST
LIMIT 200`,"steps/aliases":`-- The numeric id of each repository name: rows from files know only the name. A name that was used twice stands for the newer.
SELECT host, repository_name, MAX(repository_id) AS repository_id
FROM staged_candidates
WHERE repository_id IS NOT NULL AND repository_name IS NOT NULL
GROUP BY host, repository_name`,"steps/barred":`-- Pull requests of which nothing may be taken in: one row of theirs shows who opted out or was erased; another may not say.
SELECT pull_request_key, MIN(dropped) AS dropped
FROM keyed
WHERE dropped IN ('tombstone', 'opt_out')
GROUP BY pull_request_key`,"steps/buckets":`-- The split bucket of each repository, one for all its rows, and whether it is split by pull request. How it began it goes on:
-- by pull request, since its rows are in several splits already, or in the split it has, whatever its id would say.
SELECT
  j.repository_key,
  COALESCE(
    MIN(CASE WHEN j.repository_id IS NOT NULL THEN j.repository_bucket END),
    MIN(j.repository_bucket)
  ) AS repository_bucket,
  CASE
    WHEN MAX(f.split_by) IS NOT NULL THEN MAX(f.split_by)
    WHEN MAX(n.repositories) < MAX(p.few_repositories) THEN 'pull_request'
    ELSE 'repository'
  END AS split_by,
  CASE WHEN MAX(f.split_by) = 'repository' THEN MAX(f.split) END AS assigned
FROM judged j
CROSS JOIN (SELECT COUNT(DISTINCT repository_key) AS repositories FROM judged WHERE excluded IS NULL) n
CROSS JOIN params p
LEFT JOIN (
  SELECT repository_key, MIN(split_by) AS split_by, MIN(split) AS split FROM former WHERE split IS NOT NULL GROUP BY repository_key
) f ON f.repository_key = j.repository_key
WHERE j.excluded IS NULL
GROUP BY j.repository_key`,"steps/changes":`-- How the dataset differs from the previous version, and in how many records the store does.
SELECT
  CAST(COALESCE(SUM(CASE WHEN was IS NULL AND is_now IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS added,
  CAST(COALESCE(SUM(CASE WHEN was IS NOT NULL AND is_now IS NOT NULL AND was <> is_now THEN 1 ELSE 0 END), 0) AS BIGINT) AS changed,
  CAST(COALESCE(SUM(CASE WHEN was IS NOT NULL AND is_now IS NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS removed,
  CAST(COALESCE(SUM(CASE WHEN COALESCE(stored_was, '') <> COALESCE(stored_now, '') THEN 1 ELSE 0 END), 0) AS BIGINT) AS stored
FROM (
  SELECT MAX(was) AS was, MAX(is_now) AS is_now, MAX(stored_was) AS stored_was, MAX(stored_now) AS stored_now
  FROM (
    SELECT
      pull_request_key,
      CASE WHEN split IS NOT NULL THEN content_hash END AS was,
      CAST(NULL AS STRING) AS is_now,
      content_hash AS stored_was,
      CAST(NULL AS STRING) AS stored_now
    FROM former
    UNION ALL
    SELECT
      c.pull_request_key,
      CAST(NULL AS STRING) AS was,
      p.content_hash AS is_now,
      CAST(NULL AS STRING) AS stored_was,
      c.content_hash AS stored_now
    FROM chosen c
    LEFT JOIN published p ON p.row_id = c.row_id
  ) sides
  GROUP BY pull_request_key
) pairs`,"steps/chosen-areas":`-- The areas that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_areas t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'`,"steps/chosen-candidates":`-- The candidates that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_candidates t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'`,"steps/chosen-corrections":`-- The corrections that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_corrections t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'`,"steps/chosen-failures":`-- The failures that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_failures t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'`,"steps/chosen-findings":`-- The findings that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_findings t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'`,"steps/chosen-prompts":`-- The prompts that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_prompts t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'`,"steps/chosen-sections":`-- The sections that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_sections t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'`,"steps/chosen-tools":`-- The tools that reports count: of every pull request once, duplicates too, private ones not among public ones.
SELECT t.*
FROM staged_tools t
JOIN judged j ON j.row_id = t.row_id
WHERE j.excluded IS NULL OR j.excluded <> 'private_repository'`,"steps/chosen":`-- One row a pull request: the word of the most trusted, then the newest. Nobody else's word replaces the base repository's.
SELECT *
FROM (
  SELECT
    k.*,
    CAST(ROW_NUMBER() OVER (
      PARTITION BY k.pull_request_key
      ORDER BY k.trust_rank, k.generated_at DESC NULLS LAST, k.run_attempt DESC NULLS LAST, k.row_id DESC
    ) AS INT) AS preference
  FROM keyed k
  LEFT JOIN barred b ON b.pull_request_key = k.pull_request_key
  WHERE k.dropped IS NULL AND b.pull_request_key IS NULL
) numbered
WHERE preference = 1`,"steps/decided":`-- Every row that may be published: its split, or why it is a duplicate. What has a split keeps it.
SELECT
  p.row_id,
  p.record_id,
  p.pull_request_key,
  p.content_hash,
  p.split_by,
  CASE WHEN p.assigned IS NOT NULL OR p.preference = 1 THEN COALESCE(p.assigned, p.hashed) END AS split,
  CASE
    WHEN p.assigned IS NOT NULL OR p.preference = 1 THEN CAST(NULL AS STRING)
    WHEN r.split <> p.hashed THEN 'duplicate_of_other_split'
    WHEN r.text_hash = p.text_hash THEN 'exact_duplicate'
    ELSE 'near_duplicate'
  END AS excluded
FROM ranked p
JOIN roots r ON r.cluster = p.cluster`,"steps/exclusions":`-- Everything that came in and is not in the dataset, by reason.
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
ORDER BY reason`,"steps/facts":`-- What the card says of the dataset as a whole: how many records there are of each kind.
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
ORDER BY fact, kind ASC NULLS LAST`,"steps/former":`-- What the previous version says of each pull request, under today's keys: a name may have got its id since. Where two of its
-- rows turn out to be one pull request, one split stands for both, and the test split goes before the others.
SELECT split, split_by, content_hash, repository_key, pull_request_key
FROM (
  SELECT
    keyed_before.*,
    CAST(ROW_NUMBER() OVER (
    PARTITION BY pull_request_key
    ORDER BY split ASC NULLS LAST, record_key
    ) AS INT) AS preference
  FROM (
    SELECT
      p.record_key,
      p.split,
      p.split_by,
      p.content_hash,
      COALESCE(CAST(COALESCE(p.repository_id, a.repository_id) AS STRING), p.repository_name, p.record_key) AS repository_key,
      CASE
        WHEN p.pr_number IS NULL OR (p.repository_id IS NULL AND p.repository_name IS NULL) THEN p.record_key
        ELSE CONCAT(
          COALESCE(p.host, ''), '/',
          COALESCE(CAST(COALESCE(p.repository_id, a.repository_id) AS STRING), p.repository_name), '/',
          CAST(p.pr_number AS STRING)
        )
      END AS pull_request_key
    FROM previous p
    LEFT JOIN aliases a ON a.host = p.host AND a.repository_name = p.repository_name
  ) keyed_before
) numbered
WHERE preference = 1`,"steps/judged":`-- Every chosen row, and why it stays out of the dataset. Private rows stay out of everything that holds public ones.
SELECT
  c.*,
  CASE
    WHEN c.visibility IN ('private', 'internal') AND m.public_rows > 0 AND NOT p.allow_private THEN 'private_repository'
    WHEN p.audience = 'public' AND (c.visibility IS NULL OR c.visibility <> 'public') THEN 'not_public'
    WHEN p.audience = 'public' AND c.consent = 'no' THEN 'consent_refused'
    WHEN p.audience = 'public' AND c.consent <> 'yes' THEN 'consent_unset'
    WHEN p.audience = 'public' AND c.license IS NULL AND p.license IS NULL THEN 'no_license'
  END AS excluded
FROM chosen c
CROSS JOIN mixture m
CROSS JOIN params p`,"steps/kept-diffs":`-- The diff of each merged pull request that is known, newly fetched before kept, under today's keys.
SELECT pull_request_key, host, repository_name, repository_id, pr_number, diff, is_new
FROM (
  SELECT
    k.*,
    ROW_NUMBER() OVER (
      PARTITION BY k.pull_request_key
      ORDER BY
        CASE WHEN k.is_new THEN 0 ELSE 1 END,
        k.diff ASC NULLS LAST,
        k.repository_name ASC NULLS LAST,
        k.repository_id ASC NULLS LAST
    ) AS preference
  FROM (
    SELECT
      CONCAT(
        COALESCE(d.host, ''), '/',
        COALESCE(CAST(COALESCE(d.repository_id, a.repository_id) AS STRING), d.repository_name), '/',
        CAST(d.pr_number AS STRING)
      ) AS pull_request_key,
      d.host, d.repository_name, d.repository_id, d.pr_number, d.diff, d.is_new
    FROM staged_diffs d
    LEFT JOIN aliases a ON a.host = d.host AND a.repository_name = d.repository_name
    WHERE d.pr_number IS NOT NULL AND (d.repository_id IS NOT NULL OR d.repository_name IS NOT NULL)
  ) k
) numbered
WHERE preference = 1`,"steps/keyed":`-- What decides about every candidate, with the keys of its repository and pull request: the id where any row knows it, else
-- the name.
SELECT
  c.row_id,
  c.record_key,
  c.record_id,
  c.host,
  c.repository_name,
  c.repository_id,
  c.pr_number,
  c.source,
  c.trust,
  c.trust_rank,
  c.generated_at,
  c.run_attempt,
  c.content_hash,
  c.repository,
  c.visibility,
  c.license,
  c.consent,
  c.dropped,
  c.text_hash,
  c.repository_bucket,
  c.pull_request_bucket,
  c.created_at,
  c.merged,
  c.completeness,
  COALESCE(CAST(COALESCE(c.repository_id, a.repository_id) AS STRING), c.repository_name, c.record_key) AS repository_key,
  CASE
    WHEN c.pr_number IS NULL OR (c.repository_id IS NULL AND c.repository_name IS NULL) THEN c.record_key
    ELSE CONCAT(
      COALESCE(c.host, ''), '/',
      COALESCE(CAST(COALESCE(c.repository_id, a.repository_id) AS STRING), c.repository_name), '/',
      CAST(c.pr_number AS STRING)
    )
  END AS pull_request_key
FROM staged_candidates c
LEFT JOIN aliases a ON a.host = c.host AND a.repository_name = c.repository_name`,"steps/labels-first":`-- Clusters, before the first round: every row is its own.
SELECT DISTINCT row_id, row_id AS label FROM links`,"steps/labels-next":`-- One round: a row takes the smallest label in its bands, then the label of that label, which halves the way each time.
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
JOIN {{labels}} far ON far.row_id = near.label`,"steps/links":`-- The bands that two or more rows have in common.
SELECT b.row_id, b.band, b.hash
FROM staged_bands b
JOIN judged j ON j.row_id = b.row_id AND j.excluded IS NULL
JOIN (
  SELECT s.band, s.hash
  FROM staged_bands s
  JOIN judged k ON k.row_id = s.row_id AND k.excluded IS NULL
  GROUP BY s.band, s.hash
  HAVING COUNT(*) > 1
) shared ON shared.band = b.band AND shared.hash = b.hash`,"steps/mixture":`-- Whether public repositories are among the others.
SELECT
  CAST(COALESCE(SUM(CASE WHEN visibility = 'public' THEN 1 ELSE 0 END), 0) AS BIGINT) AS public_rows,
  CAST(COALESCE(SUM(CASE WHEN visibility IN ('private', 'internal') THEN 1 ELSE 0 END), 0) AS BIGINT) AS private_rows
FROM chosen`,"steps/pairs":`-- A prompt with what came of it: the result its author gives, or the code a human made of the AI's answer to it.
SELECT
  t.split, t.record_id, 'prompt' AS origin, p.seq, t.repository, t.license, x.tool_id, x.model_id,
  p.text AS prompt_text, p.result AS completion_text
FROM trainable t
JOIN staged_prompts p ON p.row_id = t.row_id AND p.text IS NOT NULL AND p.result IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = p.tool_seq
UNION ALL
SELECT
  t.split, t.record_id, 'correction' AS origin, c.seq, t.repository, t.license, x.tool_id, x.model_id,
  p.text AS prompt_text, c.after AS completion_text
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.after IS NOT NULL
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq`,"steps/placed":`-- Every row that may be published with its cluster, the split it has, and the split that it would have alone:
-- that of its repository, or what its hash gives.
SELECT
  j.row_id,
  j.record_id,
  j.pull_request_key,
  j.repository_key,
  j.content_hash,
  j.text_hash,
  j.merged,
  j.completeness,
  j.created_at,
  COALESCE(l.label, j.row_id) AS cluster,
  f.split AS assigned,
  b.split_by,
  CASE
    WHEN b.assigned IS NOT NULL THEN b.assigned
    WHEN CASE WHEN b.split_by = 'repository' THEN b.repository_bucket ELSE j.pull_request_bucket END < p.train_below THEN 'train'
    WHEN CASE WHEN b.split_by = 'repository' THEN b.repository_bucket ELSE j.pull_request_bucket END < p.validation_below THEN 'validation'
    ELSE 'test'
  END AS hashed
FROM judged j
CROSS JOIN params p
JOIN buckets b ON b.repository_key = j.repository_key
LEFT JOIN {{labels}} l ON l.row_id = j.row_id
LEFT JOIN former f ON f.pull_request_key = j.pull_request_key AND f.split IS NOT NULL
WHERE j.excluded IS NULL`,"steps/preferences":`-- For one prompt what a human kept and what the AI had written, where both are shown and differ.
SELECT
  t.split, t.record_id, c.seq, t.repository, t.license, x.tool_id, x.model_id, c.category,
  p.text AS prompt_text, c.after AS chosen_text, c.before AS rejected_text
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.before IS NOT NULL AND c.after IS NOT NULL AND c.before <> c.after
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq`,"steps/published":`-- The rows of the dataset.
SELECT
  d.row_id, d.record_id, d.pull_request_key, c.repository_key, d.content_hash, d.split, d.split_by,
  c.repository, c.license, c.visibility, c.consent, c.source
FROM decided d
JOIN chosen c ON c.row_id = d.row_id
WHERE d.split IS NOT NULL`,"steps/ranked":`-- The rows of each cluster in the order in which they may stand for it: one that has a split, else what was merged, is
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
FROM placed p`,"steps/roots":`-- The row of each cluster that stands for it.
SELECT cluster, text_hash, COALESCE(assigned, hashed) AS split
FROM ranked
WHERE preference = 1`,"steps/stored-diffs":`-- The diffs that the store keeps: those of records it keeps, published or not.
SELECT k.host, k.repository_name, k.repository_id, k.pr_number, k.diff, k.is_new, k.pull_request_key
FROM kept_diffs k
JOIN chosen c ON c.pull_request_key = k.pull_request_key`,"steps/stored":`-- What the store keeps: every chosen row, in the dataset or not, with its split if it has one.
SELECT
  c.record_key,
  r.record_id,
  c.host,
  c.repository_name,
  c.repository_id,
  c.pr_number,
  c.source,
  c.trust,
  c.content_hash,
  d.split,
  CASE WHEN d.split IS NOT NULL THEN d.split_by END AS split_by,
  r.json
FROM chosen c
JOIN staged_records r ON r.row_id = c.row_id AND r.record_id = c.record_id
LEFT JOIN decided d ON d.row_id = c.row_id`,"steps/test-list":`-- The test split by what identifies it elsewhere, so that others can take it out of what they train on.
SELECT p.record_id, p.repository, c.url, c.text_hash
FROM published p
JOIN staged_candidates c ON c.row_id = p.row_id
WHERE p.split = 'test'`,"steps/trainable":`-- The rows whose author, or whose team, says yes to training. Training views start from nothing else.
SELECT p.row_id, p.split, p.record_id, p.repository, COALESCE(p.license, q.license) AS license
FROM published p
CROSS JOIN params q
WHERE p.consent = 'yes'`,"steps/unsettled":`-- Rows whose cluster a further round would still change: 0, but for chains of over a hundred near duplicates.
SELECT COUNT(*) AS unsettled
FROM {{before}} b
JOIN {{labels}} l ON l.row_id = b.row_id
WHERE b.label <> l.label`,"tables/corrections":`-- The corrections of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.summary,
  t.reason,
  t.category,
  t.path,
  t.before,
  t.after,
  t.tool_seq,
  t.prompt_seq,
  t.basis
FROM published p
JOIN staged_corrections t ON t.row_id = p.row_id`,"tables/diffs":`-- What merged pull requests changed, where that was asked for and the licence allows it. A diff leads back to its author.
SELECT p.split, p.record_id, CAST(1 AS BIGINT) AS seq, p.repository, COALESCE(p.license, q.license) AS license, k.diff
FROM published p
CROSS JOIN params q
JOIN kept_diffs k ON k.pull_request_key = p.pull_request_key
WHERE q.publish_diffs`,"tables/failures":`-- The failures of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.summary,
  t.error,
  t.cause,
  t.resolution,
  t.category,
  t.tool_seq,
  t.prompt_seq,
  t.basis
FROM published p
JOIN staged_failures t ON t.row_id = p.row_id`,"tables/findings":`-- The findings of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.rule,
  t.severity,
  t.reason,
  t.expected
FROM published p
JOIN staged_findings t ON t.row_id = p.row_id`,"tables/prompts":`-- The prompts of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.kind,
  t.text,
  t.length,
  t.tool_seq,
  t.result,
  t.basis
FROM published p
JOIN staged_prompts t ON t.row_id = p.row_id`,"tables/records":`-- The records of the dataset, nested.
SELECT
  p.split,
  r.record_id,
  r.schema_version,
  r.generated_at,
  r.generator,
  r.source,
  r.sources,
  r.policy,
  r.privacy,
  r.ai_use,
  r.ai_use_basis,
  r.extent,
  r.sections,
  r.tools,
  r.prompts,
  r.failures,
  r.corrections,
  r.context,
  r.review,
  r.links,
  r.signals,
  r.commits,
  r.files,
  r.files_truncated,
  r.outcome,
  r.consent,
  r.redaction,
  r.findings,
  r.completeness,
  r.drafted_by
FROM published p
JOIN staged_records r ON r.row_id = p.row_id AND r.record_id = p.record_id`,"tables/tools":`-- The tools of the dataset, one a row.
SELECT
  p.split,
  p.record_id,
  t.seq,
  t.tool_id,
  t.name,
  t.vendor,
  t.version,
  t.model,
  t.model_id,
  t.used_for,
  t.basis
FROM published p
JOIN staged_tools t ON t.row_id = p.row_id`,"views/correction-reason":`-- What a human changed in the AI's work, and why.
SELECT
  t.split, t.record_id, c.seq, t.repository, t.license, x.tool_id, x.model_id, c.category, c.path,
  CONCAT(
    c.summary,
    CASE WHEN c.before IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), c.before) END,
    CASE WHEN c.after IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), c.after) END
  ) AS prompt_text,
  c.reason AS completion_text
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.summary IS NOT NULL AND c.reason IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq
-- A summary that is only the mark of what was taken out says nothing.
WHERE c.summary LIKE '% %' OR (c.summary NOT LIKE '[REDACTED:%]' AND c.summary NOT LIKE '[OMITTED:%]')`,"views/failure-resolution":`-- What went wrong, and how it was resolved.
SELECT
  t.split, t.record_id, f.seq, t.repository, t.license, x.tool_id, x.model_id, f.category,
  CONCAT(
    f.summary,
    CASE WHEN f.error IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), f.error) END,
    CASE WHEN f.cause IS NULL THEN '' ELSE CONCAT(CHR(10), CHR(10), f.cause) END
  ) AS prompt_text,
  f.resolution AS completion_text
FROM trainable t
JOIN staged_failures f ON f.row_id = t.row_id AND f.summary IS NOT NULL AND f.resolution IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = f.tool_seq
-- A summary that is only the mark of what was taken out says nothing.
WHERE f.summary LIKE '% %' OR (f.summary NOT LIKE '[REDACTED:%]' AND f.summary NOT LIKE '[OMITTED:%]')`,"views/preference-openai":`-- Preferences in the shape of OpenAI's fine-tuning.
SELECT split, record_id, seq, repository, license, tool_id, model_id, category, prompt_text, chosen_text, rejected_text
FROM preferences`,"views/preference":`-- Preferences in the shape of TRL.
SELECT split, record_id, seq, repository, license, tool_id, model_id, category, prompt_text, chosen_text, rejected_text
FROM preferences`,"views/prompt-completion":`-- Prompts with their completions, as a prompt and a completion each.
SELECT split, record_id, origin, seq, repository, license, tool_id, model_id, prompt_text, completion_text
FROM pairs`,"views/prompt-diff":`-- The first prompt of a merged pull request, and what it changed.
SELECT t.split, t.record_id, s.seq, t.repository, t.license, x.tool_id, x.model_id, s.text AS prompt_text, d.diff AS completion_text
FROM trainable t
JOIN diffs d ON d.record_id = t.record_id
JOIN (SELECT row_id, MIN(seq) AS seq FROM staged_prompts WHERE text IS NOT NULL GROUP BY row_id) f ON f.row_id = t.row_id
JOIN staged_prompts s ON s.row_id = t.row_id AND s.seq = f.seq
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = s.tool_seq`,"views/prompt-outcome":`-- What was asked, and what became of the pull request.
SELECT
  t.split, t.record_id, p.seq, t.repository, t.license, x.tool_id, x.model_id, p.kind,
  p.text AS prompt_text,
  c.merged,
  CASE WHEN c.merged THEN c.reverted_by IS NOT NULL END AS reverted,
  c.review_decision, c.checks,
  c.merged AND c.reverted_by IS NULL AS label
FROM trainable t
JOIN staged_candidates c ON c.row_id = t.row_id AND c.merged IS NOT NULL
JOIN staged_prompts p ON p.row_id = t.row_id AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = p.tool_seq`,"views/sft":`-- Prompts with their completions, as one conversation each.
SELECT split, record_id, origin, seq, repository, license, tool_id, model_id, prompt_text, completion_text
FROM pairs`,"views/unpaired-preference":`-- One completion a row, and whether it was kept: the code before and after a human's correction.
SELECT
  t.split, t.record_id, c.seq, t.repository, t.license, x.tool_id, x.model_id,
  p.text AS prompt_text, c.after AS completion_text, TRUE AS label
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.after IS NOT NULL
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq
UNION ALL
SELECT
  t.split, t.record_id, c.seq, t.repository, t.license, x.tool_id, x.model_id,
  p.text AS prompt_text, c.before AS completion_text, FALSE AS label
FROM trainable t
JOIN staged_corrections c ON c.row_id = t.row_id AND c.before IS NOT NULL AND (c.after IS NULL OR c.before <> c.after)
JOIN staged_prompts p ON p.row_id = t.row_id AND p.seq = c.prompt_seq AND p.text IS NOT NULL
LEFT JOIN staged_tools x ON x.row_id = t.row_id AND x.seq = c.tool_seq`})),D=e=>Ce.get(e),O=e=>`labels_${e}`;function we(){let e=O(7),t=t=>D(t).replaceAll(`{{labels}}`,e);return[...k(`aliases`),...A(`steps`,[`keyed`]),...k(`former`,`barred`,`chosen`,`mixture`,`judged`,`buckets`,`links`),{name:O(0),sql:D(`steps/labels-first`),kind:`table`},...Array.from({length:7},(e,t)=>({name:O(t+1),sql:D(`steps/labels-next`).replaceAll(`{{labels}}`,O(t)),kind:`table`})),{name:`unsettled`,sql:t(`steps/unsettled`).replaceAll(`{{before}}`,O(6)),kind:`table`},{name:`placed`,sql:t(`steps/placed`),kind:`table`},...k(`ranked`,`roots`,`decided`,`published`,`exclusions`,`changes`,`facts`),{name:`kept_diffs`,sql:D(`steps/kept-diffs`),kind:`table`},...A(`steps`,[`stored`,`stored_diffs`,`test_list`,`trainable`,`pairs`,`preferences`,...Ee]),...A(`tables`,[`records`,`prompts`,`tools`,`failures`,`corrections`,`findings`,`diffs`]),...A(`views`,Te)]}const Te=[`failure_resolution`,`correction_reason`,`prompt_outcome`,`sft`,`prompt_completion`,`preference`,`preference_openai`,`unpaired_preference`,`prompt_diff`],Ee=[`chosen_candidates`,`chosen_prompts`,`chosen_tools`,`chosen_failures`,`chosen_corrections`,`chosen_findings`,`chosen_sections`,`chosen_areas`],k=(...e)=>j(`steps`,e,`table`),A=(e,t)=>j(e,t,`view`);function j(e,t,n){return t.map(t=>({name:t,sql:D(`${e}/${t.replaceAll(`_`,`-`)}`),kind:n}))}const M={list:{struct:[{name:`role`,type:`string`,description:"`user` or `assistant`."},{name:`content`,type:`string`,description:`The text.`}]}};function N(e,t,...n){return{name:e,type:`string`,description:t,from:n}}function P(e,t,...n){return{name:e,type:`boolean`,description:t,from:n}}const F=N(`record_id`,"The record, as in `records`.",`record_id`);function I(...e){return{name:`seq`,type:`int64`,description:`The row, as in ${e.map(e=>`\`${e}\``).join(` or `)}.`,from:e.map(e=>`${e}[].seq`)}}function L(...e){let t=e.map(e=>`${e}[].tool_seq`);return[N(`repository`,"The repository, as `owner/name`.",`source.repository`),N(`license`,`SPDX identifier of the repository’s licence, or of the one given to the build.`,`source.license`),N(`tool_id`,`The tool it belongs to, when stated.`,...t,`tools[].tool_id`),N(`model_id`,`The model it belongs to, when stated.`,...t,`tools[].model_id`)]}function R(e){return N(`category`,`Its kind, when the author states one.`,`${e}[].category`)}const z={messages:[{role:`user`,text:`prompt_text`}]},B=e=>({messages:[{role:`assistant`,text:e}]}),V=(e,t)=>({...e,name:t,wrap:{column:e.name}}),H=(e,t,n)=>({...e,name:t,type:M,wrap:n}),U=N(`prompt_text`,`The prompt that the correction belongs to.`,`corrections[].prompt_seq`,`prompts[].text`),W=N(`prompt_text`,`The prompt.`,`prompts[].text`,`corrections[].prompt_seq`),De=N(`completion_text`,`What came of the prompt, in its author’s words, or the code as a human left it.`,`prompts[].result`,`corrections[].after`),G=N(`chosen_text`,`The code as a human left it.`,`corrections[].after`),K=N(`rejected_text`,`The code as the AI left it.`,`corrections[].before`),Oe=N(`completion_text`,`The code as a human left it, or as the AI left it.`,`corrections[].after`,`corrections[].before`),ke=P(`label`,`True for what a human left, false for what the AI left.`,`corrections[].after`,`corrections[].before`),Ae=N(`origin`,"`prompt`: the completion is the result of the prompt. `correction`: it is the code after a correction.");function q(e,t,n){let{key:r=[`record_id`,`seq`],plain:i,texts:a,wrapped:o,chat:s=null}=n;return{name:e,kind:`view`,description:t,key:r,selected:[F,...i,...a],columns:[F,...i,...o],chat:s}}const je=N(`prompt_text`,`The summary and, where stated, the error and the cause, with a blank line between them.`,`failures[].summary`,`failures[].error`,`failures[].cause`),Me=N(`completion_text`,`What changed.`,`failures[].resolution`),Ne=N(`prompt_text`,`The summary and, where shown, the code before and after, with a blank line between them.`,`corrections[].summary`,`corrections[].before`,`corrections[].after`),Pe=N(`completion_text`,`Why.`,`corrections[].reason`),J=N(`prompt_text`,`The prompt.`,`prompts[].text`),Y=N(`completion_text`,`The diff of the merged pull request.`),Fe={key:[`record_id`,`origin`,`seq`],plain:[Ae,I(`prompts`,`corrections`),...L(`prompts`,`corrections`)],texts:[W,De]},Ie={plain:[I(`corrections`),...L(`corrections`),R(`corrections`)],texts:[U,G,K]},Le={name:`input`,description:`The prompt as one message of the user, without tools.`,type:{struct:[{name:`messages`,type:M,description:`One message of the user.`},{name:`tools`,type:{list:`string`},description:`Always empty: records hold no tools for models.`},{name:`parallel_tool_calls`,type:`boolean`,description:`Always true.`}]},from:U.from,wrap:{struct:[{name:`messages`,wrap:z},{name:`tools`,wrap:{emptyList:!0}},{name:`parallel_tool_calls`,wrap:{constant:!0}}]}},Re=[q(`failure_resolution`,`What went wrong, and what resolved it: failures that say both.`,{plain:[I(`failures`),...L(`failures`),R(`failures`)],texts:[je,Me],wrapped:[V(je,`prompt`),V(Me,`completion`)]}),q(`correction_reason`,`What a human changed by hand, and why: corrections that say both.`,{plain:[I(`corrections`),...L(`corrections`),R(`corrections`),N(`path`,`File, as written.`,`corrections[].path`)],texts:[Ne,Pe],wrapped:[V(Ne,`prompt`),V(Pe,`completion`)]}),q(`prompt_outcome`,`Each prompt whose text is kept of pull requests that are closed, and what became of those.`,{plain:[I(`prompts`),...L(`prompts`),N(`kind`,"`initial` or `refinement`.",`prompts[].kind`),P(`merged`,`Whether it was merged.`,`outcome.merged`),P(`reverted`,`Whether it is known to be reverted; null when it was not merged.`,`outcome.merged`,`outcome.reverted_by`),N(`review_decision`,`As GitHub says.`,`outcome.review_decision`),N(`checks`,`Conclusion of its checks.`,`outcome.checks`),P(`label`,`True when it was merged and is not known to be reverted, else false.`,`outcome.merged`,`outcome.reverted_by`)],texts:[J],wrapped:[V(J,`text`)]}),q(`sft`,`Conversations for supervised fine-tuning: a prompt and what came of it.`,{...Fe,wrapped:[{name:`messages`,type:M,description:`The prompt as a message of the user; what came of it, in its author’s words, or the code as a human left it, as one of the assistant.`,from:[`prompts[].text`,`prompts[].result`,`corrections[].prompt_seq`,`corrections[].after`],wrap:{messages:[{role:`user`,text:`prompt_text`},{role:`assistant`,text:`completion_text`}]}}],chat:`messages`}),q(`prompt_completion`,"The rows of `sft` with prompt and completion apart, as TRL takes them.",{...Fe,wrapped:[H(W,`prompt`,z),H(De,`completion`,B(`completion_text`))],chat:`prompt-completion`}),q(`preference`,`For one prompt, what a human left over what the AI left, as TRL takes it.`,{...Ie,wrapped:[H(U,`prompt`,z),H(G,`chosen`,B(`chosen_text`)),H(K,`rejected`,B(`rejected_text`))],chat:`preference`}),q(`preference_openai`,"The rows of `preference` as OpenAI’s fine-tuning by preference takes them.",{...Ie,wrapped:[Le,H(G,`preferred_output`,B(`chosen_text`)),H(K,`non_preferred_output`,B(`rejected_text`))],chat:`openai-preference`}),q(`unpaired_preference`,`A prompt, an answer, and whether a human let it stand, as TRL takes it.`,{key:[`record_id`,`seq`,`label`],plain:[I(`corrections`),...L(`corrections`),ke],texts:[U,Oe],wrapped:[H(U,`prompt`,z),H(Oe,`completion`,B(`completion_text`))],chat:`unpaired-preference`}),q(`prompt_diff`,"The first prompt of a merged pull request, and what it changed; only with `--with-diff`.",{plain:[I(`prompts`),...L(`prompts`)],texts:[J,Y],wrapped:[H(J,`prompt`,z),H(Y,`completion`,B(`completion_text`))],chat:`prompt-completion`})],ze=[`prompts`,`tools`,`failures`,`corrections`,`findings`],Be={prompts:`One row a prompt that was recorded.`,tools:`One row an AI tool and model that was named.`,failures:`One row a failed attempt: what went wrong, why, and what resolved it.`,corrections:`One row a change that a human made by hand to what the AI wrote, and why.`,findings:`One row a finding of the check that the pull request was put to.`},X={name:`record_id`,type:`string`,description:"The record, as in `records`.",from:[`record_id`]},Ve={name:`records`,kind:`table`,description:`One row a pull request: its whole record, nested.`,key:[`record_id`],selected:e,columns:e.map(e=>({...e,from:[e.name]}))},Z=(e,t,n)=>({name:e,type:`string`,description:t,from:n}),Q=[X,{name:`seq`,type:`int64`,description:`Always 1.`,from:[]},Z(`repository`,"The repository, as `owner/name`.",[`source.repository`]),Z(`license`,`SPDX identifier of its licence, or of the one given to the build.`,[`source.license`]),Z(`diff`,`What was merged, as a unified diff of at most 200 KB, redacted.`,[])];function He(e){let n=t(e).filter(({name:e})=>e!==`row_id`),r=n.map(t=>({...t,from:[`${e}[].${t.name}`]}));return{name:e,kind:`table`,description:Be[e],key:[`record_id`,`seq`],selected:[X,...n],columns:[X,...r]}}const Ue={name:`diffs`,kind:`table`,description:`One row a merged pull request whose diff was asked for and whose licence allows it.`,key:[`record_id`,`seq`],selected:Q,columns:Q},We=[Ve,...ze.map(He),Ue,...Re];function $(e){return typeof e==`string`?e:`list`in e?`list<${$(e.list)}>`:`struct<${e.struct.map(e=>`${e.name}: ${$(e.type)}`).join(`, `)}>`}export{E as a,T as c,D as i,c as l,We as n,Se as o,we as r,xe as s,$ as t,o as u};