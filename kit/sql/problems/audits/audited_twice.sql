/*
title: >-
  A child audited twice in one wave
meaning: >-
  Another row answers the same question about the same child in the same wave, under another audit.
effect: >-
  Only the latest answer counts, by the day of the audit and then by the audit's number; a year before it knows only
  the earlier one.
what_to_do: >-
  Remove the row that is wrong, or name the wave that it belongs to.
*/
SELECT
    'audits' AS extract,
    year,
    file,
    row,
    'question' AS "column",
    question AS value
FROM audits
WHERE NOT superseded
QUALIFY row_number() OVER (
    PARTITION BY wave, CASE WHEN wave IS NULL THEN reporting_year_of(audited_date) END, child_id, question
    ORDER BY audited_date DESC, audit_id DESC
) > 1
