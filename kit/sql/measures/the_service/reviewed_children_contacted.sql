/*
title: Reviewed children visited, called or given a midway review
kind: share
unit: "%"
sentence: Officers were in touch with {value} of children who had a review ({numerator} of {denominator})
counts: children with a counted review held in the year, each once
included_when: >-
  the extract iro_contacts holds a visit or call to the child, or a midway review of the child, by any officer, on any
  day of the year, before the review or after it
better: higher
depends_on: officer
breakdowns: []
source: IRO Handbook (2010), 3.36, speaking with the child before the review
needs: [iro_contacts]
checked_on: 2026-11-22
*/
-- The officer is that of the child's last review in the year.
SELECT
    year_reviews.reporting_year,
    year_reviews.child_id,
    arg_max(year_reviews.iro, year_reviews.review_day) AS iro,
    EXISTS (
        SELECT 1
        FROM year_contacts
        WHERE year_contacts.reporting_year = year_reviews.reporting_year
            AND year_contacts.child_id = year_reviews.child_id
    ) AS numerator
FROM year_reviews
GROUP BY year_reviews.reporting_year, year_reviews.child_id
