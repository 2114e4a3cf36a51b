/*
title: Feedback questions answered with yes
kind: share
unit: "%"
sentence: "{value} of all answers on feedback forms were yes ({numerator} of {denominator})"
counts: >-
  questions on the feedback forms dated in the year, whoever answered, with the answer yes, partly or no (capitals are
  no matter). Other answers, and questions left blank, are left out. One respondent's answer to one question about one
  child on one day is one, but a respondent or a question in other capitals is another
included_when: the answer is yes
better: none
depends_on: child
breakdowns: [question, respondent]
source: The council's feedback forms
needs: [feedback]
missing: >-
  Forms come from those who chose to answer, so that the figures speak for them and not for all children or carers
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    question,
    respondent,
    answer = 'Yes' AS numerator
FROM year_feedback
WHERE answer IN ('Yes', 'Partly', 'No')
