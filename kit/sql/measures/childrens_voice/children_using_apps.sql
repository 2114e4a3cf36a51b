/*
title: Children who used an app
kind: count
unit: children
sentence: "{value} children used an app to say what they think"
counts: >-
  children with at least one submission dated in the year, whether or not looked after that day; a child counts once,
  and under each app that the child used. An app that the council's settings name as added to the source from a later
  year, and that no child used in a year, is not supplied for that year
better: none
depends_on: neither
breakdowns: [apps]
source: The council's records of its apps
needs: [app_use]
missing: Submissions through an app that the files do not hold are in no figure
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    list(DISTINCT app) AS apps
FROM year_app_use
GROUP BY reporting_year, child_id
