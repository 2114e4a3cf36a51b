/*
title: Concerns raised again about the same child
kind: share
unit: "%"
sentence: "{numerator} of {denominator} were about a child who was the subject of another in the last year ({value})"
sentence_if_none: None of {denominator} was about a child who was the subject of another in the last year
counts: >-
  escalations raised in the year whose child is recorded, but for those raised before the day 12 calendar months
  after the first day of the earliest loaded year, as earlier ones may be missing
included_when: >-
  another escalation about the same child, whatever its theme, was raised on an earlier day, and this one no later
  than 12 calendar months after that day; two raised on one day do not make each other raised again
better: none
adds_up:
  - denominator ~ escalations_raised.numerator
depends_on: officer
breakdowns: []
source: IRO Handbook (2010), 6.1 to 6.10, the local dispute resolution process
needs: [escalations]
missing: In a year after one without escalations supplied, too few seem to be raised again
checked_on: 2026-11-22
*/
WITH first_loaded AS (
    SELECT min(first_day) AS day FROM reporting_years
)
SELECT
    this.reporting_year,
    this.child_id,
    this.iro,
    EXISTS (
        SELECT 1
        FROM year_escalations AS earlier
        WHERE earlier.reporting_year = this.reporting_year
            AND earlier.child_id = this.child_id
            AND earlier.raised_date < this.raised_date
            AND earlier.raised_date + INTERVAL 12 MONTHS >= this.raised_date
    ) AS numerator
FROM year_escalations AS this
CROSS JOIN first_loaded
WHERE this.raised_in_year
    AND this.child_id IS NOT NULL
    AND this.raised_date >= first_loaded.day + INTERVAL 12 MONTHS
