/*
title: Feedback after reviews
kind: count
unit: forms
sentence: "{value} feedback forms came back"
counts: >-
  feedback forms dated in the year. A form is all that one respondent answered about one child on one day, however
  many questions; a blank respondent is one respondent, not recorded. The respondent is the word that is in the
  file, with a capital and then small letters, so that other capitals make no other respondent
better: none
depends_on: child
breakdowns: [respondent]
source: The council's feedback forms
needs: [feedback]
checked_on: 2026-11-22
*/
SELECT DISTINCT
    reporting_year,
    child_id,
    feedback_date,
    respondent
FROM year_feedback
