-- Every chosen row, and why it stays out of the dataset. Private rows stay out of everything that holds public ones.
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
CROSS JOIN params p
