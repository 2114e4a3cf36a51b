/*
title: Minutes sent on time
kind: share
unit: "%"
sentence: "{value} of minutes (records of reviews) were sent within {record_sent} ({numerator} of {denominator})"
counts: >-
  counted reviews with details, for which the last day to send the record fell in the year; those
  without details are not known
included_when: >-
  the record was sent within {record_sent} of the review; a blank day is not sent, and one before the review, which is
  listed, is within
better: higher
depends_on: officer
breakdowns: [month]
source: The council's review records
timescales: [record_sent]
needs: [review_details.record_sent_date]
checked_on: 2026-11-22
*/
SELECT
    reporting_years.year AS reporting_year,
    counted_reviews.child_id,
    counted_reviews.iro,
    month_label(due_days.record_sent) AS month,
    coalesce(counted_reviews.record_sent_date <= due_days.record_sent, FALSE) AS numerator
FROM counted_reviews
JOIN due_days ON due_days.from_day = counted_reviews.review_day
JOIN reporting_years
    ON reporting_years.year = reporting_year_of(due_days.record_sent)
    AND reporting_years.year BETWEEN counted_reviews.first_year AND counted_reviews.last_year
    AND due_days.record_sent <= reporting_years.as_at
WHERE counted_reviews.has_details
