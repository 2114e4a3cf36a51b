/*
title: Submissions through an app
kind: count
unit: submissions
sentence: Children sent {value} messages through an app
sentences_by:
  app:
    each: "{value} messages came through {category}"
counts: >-
  submissions dated in the year, whoever the child is and whether or not looked after that day. What a child sends
  through one app on one day is one submission; two apps on one day are two. The app is the word that is in the
  file. An app that the council's settings name as added to the source from a later year, and of which a year has no
  submission, is not supplied for that year
better: none
depends_on: child
breakdowns: [app, month]
source: The council's records of its apps
needs: [app_use]
missing: Submissions through an app that the files do not hold are in no figure
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    app,
    month
FROM year_app_use
