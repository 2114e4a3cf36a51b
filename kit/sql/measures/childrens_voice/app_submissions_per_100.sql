/*
title: Submissions through an app per 100 children
kind: rate
unit: submissions per 100 children
sentence: >-
  In {year}, {value} submissions were sent through an app for every 100 children looked after at any time
  in the year ({numerator} for {denominator} children)
counts: >-
  submissions dated in the year, as for submissions through an app
per: children_looked_after_in_year
better: none
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
