/*
title: >-
  An escalation resolved at a lower stage than it was raised
meaning: >-
  The stage at which it was resolved is before the one at which it was raised; informal comes before stage 1.
effect: >-
  It counts under the stages as they are given, and not as resolved where it was raised.
what_to_do: >-
  Correct the stage that is wrong.
*/
SELECT
    'escalations' AS extract,
    year,
    file,
    row,
    'resolved_stage' AS "column",
    resolved_stage AS value
FROM escalations
WHERE NOT superseded
    AND raised_stage IS NOT NULL
    AND resolved_stage IS NOT NULL
    AND stage_number(resolved_stage) < stage_number(raised_stage)
