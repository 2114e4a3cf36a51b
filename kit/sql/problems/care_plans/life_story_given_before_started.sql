/*
title: >-
  A life story book given before the work was started
meaning: >-
  The day on which the child was given the life story book is before the day on which life story work was started,
  or that day is blank.
effect: >-
  Each day counts as it is given: the book as given, and the work as started only if its day is given.
what_to_do: >-
  Correct the day that is wrong, or fill in when the work was started.
*/
SELECT
    'care_plans' AS extract,
    year,
    file,
    row,
    'life_story_given_date' AS "column",
    strftime(life_story_given_date, '%d/%m/%Y') AS value
FROM care_plans
WHERE NOT superseded
    AND life_story_given_date < coalesce(life_story_started_date, 'infinity')
