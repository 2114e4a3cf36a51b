/*
title: Reviewed children who had a midway review
kind: share
unit: "%"
sentence: "{value} of children who had a review had a midway review too ({numerator} of {denominator})"
sentence_if_none: >-
  In {year}, no midway review is recorded of any of the {denominator} children who had a review
counts: >-
  children with a counted review held in the year, each once; ages are those on the day of the child's last such review
  of the year
included_when: >-
  the extract iro_contacts holds a midway review of the child, by any officer, on any day of the year, before a review
  or after it
better: higher
adds_up:
  - denominator = reviewed_children_contacted.denominator, whole
  - numerator <= reviewed_children_contacted.numerator, whole
depends_on: officer
breakdowns: [age_band_all]
source: >-
  Children Act 1989, section 25B(1)(a), the officer watches over the child's case between reviews too; that midway
  reviews are held is the council's own practice
needs: [iro_contacts]
missing: >-
  A council that holds midway reviews and does not record them as contacts has none here. One without a child is in no
  figure, and listed
checked_on: 2026-11-30
*/
WITH last_of_year AS (
    SELECT reporting_year, child_id, iro, age
    FROM year_reviews
    QUALIFY row_number() OVER (PARTITION BY reporting_year, child_id ORDER BY review_day DESC) = 1
)
SELECT
    reporting_year,
    child_id,
    iro,
    age_band_all(age) AS age_band_all,
    EXISTS (
        SELECT 1
        FROM year_contacts
        WHERE year_contacts.reporting_year = last_of_year.reporting_year
            AND year_contacts.child_id = last_of_year.child_id
            AND year_contacts.kind = 'midway review'
    ) AS numerator
FROM last_of_year
