/*
title: Submissions through an app per 100 children
kind: rate
unit: submissions per 100 children
sentence: That is {value} messages for every 100 children in care at some time in the year
counts: >-
  submissions dated in the year, as for submissions through an app
per: children_looked_after_in_year
better: none
adds_up:
  - numerator = app_submissions.numerator
  - denominator = children_remanded.denominator
depends_on: child
breakdowns: []
source: The council's records of its apps
needs: [app_use]
missing: Submissions through an app that the files do not hold are in no figure
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id
FROM year_app_use
