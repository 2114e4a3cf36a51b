/*
title: >-
  A feedback answer that is neither yes, partly nor no
meaning: >-
  The question was answered in other words.
effect: >-
  It is among the answers as given, but not in the shares of questions answered with yes.
what_to_do: >-
  Map the form's answers to yes, partly and no in the council's mappings, or correct this one.
*/
SELECT
    'feedback' AS extract,
    year,
    file,
    row,
    'answer' AS "column",
    answer AS value
FROM feedback
WHERE NOT superseded
    AND lower(answer) NOT IN ('yes', 'partly', 'no')
