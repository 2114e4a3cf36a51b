/*
title: Answers to feedback questions
kind: count
unit: answers
sentence: Feedback forms held {value} answers
counts: >-
  questions on the feedback forms dated in the year, whoever answered, each with its answer as it is in the
  file, with a capital and then small letters (a question left blank counts as not recorded). One respondent's
  answer to one question about one child on one day is one, but a respondent or a question in other capitals is
  another. The category is the question as it is written, a dash and the answer
better: none
in_summary: false
depends_on: child
breakdowns: [question_answer]
source: The council's feedback forms
needs: [feedback]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    question_answer
FROM year_feedback
