/*
title: Reviews held
kind: count
unit: reviews
sentence: "{value} reviews were held"
counts: counted reviews (inside a period of care, one a child and day) held in the year
better: none
depends_on: child
breakdowns: [month, quarter, placement, legal_status]
source: >-
  Statutory return (SSDA903): reviews and episodes
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    month,
    quarter,
    placement,
    legal_status
FROM year_reviews
