/*
title: Children audited
kind: count
unit: audits
sentence: Auditors read the records of {value} children
counts: >-
  children audited in the year, one a child and wave: those with a row whose day of the audit is in the year, also
  if its answer is blank or a later one replaces it. A blank wave is "Not recorded", a wave of its own in each
  year. Children whom the return does not know count too
better: none
depends_on: neither
breakdowns: [wave]
source: IRO Handbook (2010), 7.11, outcomes of quality assurance audits
needs: [audits]
checked_on: 2026-11-22
*/
SELECT DISTINCT
    reporting_year,
    wave,
    child_id
FROM year_audits
WHERE audited_in_year
