/*
title: Audit answers that were yes
kind: share
unit: "%"
sentence: Auditors answered yes to {value} of their questions ({numerator} of {denominator})
sentences_by:
  question:
    each: "“{category}” was true for {numerator} of {denominator} children audited ({value})"
counts: >-
  answers yes or no in checklist audits whose day is in the year; na, blank and unknown answers are left out. Of
  several rows of one question about one child in one wave that the year knows, only the latest is looked at, also
  if its answer is blank: by the day of the audit, then by the audit's number as text. Answers without a wave are
  one wave a reporting year. Questions and waves are the same if every letter is, capitals too
included_when: the answer is yes
drawn_from: audits_drawn_from
better: higher
depends_on: child
breakdowns: [question, wave]
source: IRO Handbook (2010), 7.11, outcomes of quality assurance audits
needs: [audits]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    question,
    wave,
    answer = 'yes' AS numerator
FROM year_audits
WHERE audited_in_year
    AND counts
    AND answer IN ('yes', 'no')
