/*
title: Children's answers that were yes
kind: share
unit: "%"
sentence: Children said yes to {value} of the questions that we asked ({numerator} of {denominator})
sentences_by:
  question:
    each: "{value} of children said yes to “{category}”"
counts: >-
  questions on the feedback forms dated in the year whose respondent is "child", with the answer yes, partly or no
  (capitals are no matter in either). Other answers, and questions left blank, are left out. A child's answer to one
  question on one day is one, but "Child" beside "child", or a question in other capitals, is another
included_when: the answer is yes
better: none
adds_up:
  - denominator = feedback_answered_yes.denominator[respondent=Child]
  - numerator = feedback_answered_yes.numerator[respondent=Child]
depends_on: child
breakdowns: [question]
source: The council's feedback forms
needs: [feedback]
missing: >-
  Forms come from children who chose to answer, so that the figures speak for them and not for all children
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    question,
    answer = 'Yes' AS numerator
FROM year_feedback
WHERE answer IN ('Yes', 'Partly', 'No')
    AND respondent = 'Child'
