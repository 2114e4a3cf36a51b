/*
title: Audit answers that were yes in the benchmark wave
kind: share
unit: "%"
sentence: In the first audits, the answer was yes to {value} of questions ({numerator} of {denominator})
counts: >-
  answers yes or no of the benchmark wave that the year knows, whichever year its audits were done in; the benchmark
  is the wave that council.yml names, otherwise the one with the earliest day of an audit that the year knows (of two
  that began on one day the first by name as text, capitals before small letters; blank waves are none). Na, blank,
  unknown and replaced answers are left out as in the year's own
included_when: the answer is yes
drawn_from: audits_drawn_from_benchmark
better: higher
depends_on: child
breakdowns: [question, wave]
source: IRO Handbook (2010), 7.11, outcomes of quality assurance audits
needs: [audits]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    year_audits.child_id,
    year_audits.question,
    year_audits.wave,
    year_audits.answer = 'yes' AS numerator
FROM year_audits
JOIN benchmark_waves USING (reporting_year, wave)
WHERE year_audits.counts
    AND year_audits.answer IN ('yes', 'no')
