/*
title: Reasons for late minutes
kind: count
unit: records
sentence: "{value} minutes of reviews were late"
sentences_by:
  record_late_reason:
    most: "{category} was the reason given most often for late minutes: {value} of {whole}"
counts: >-
  counted reviews with details whose record was not sent by the last day for it, which fell in the year; a blank day is
  not sent
better: lower
adds_up:
  - numerator = records_sent_on_time.rest, whole
depends_on: officer
breakdowns: [record_late_reason]
source: The council's review records
timescales: [record_sent]
needs: [review_details.record_sent_date]
checked_on: 2026-11-22
*/
SELECT
    reporting_years.year AS reporting_year,
    counted_reviews.child_id,
    counted_reviews.iro,
    counted_reviews.record_late_reason
FROM counted_reviews
JOIN due_days ON due_days.from_day = counted_reviews.review_day
JOIN reporting_years
    ON reporting_years.year = reporting_year_of(due_days.record_sent)
    AND reporting_years.year BETWEEN counted_reviews.first_year AND counted_reviews.last_year
    AND due_days.record_sent <= reporting_years.as_at
WHERE counted_reviews.has_details
    AND NOT coalesce(counted_reviews.record_sent_date <= due_days.record_sent, FALSE)
