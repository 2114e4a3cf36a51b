/*
title: >-
  An escalation resolved at a lower stage than it was raised
meaning: >-
  The stage at which it was resolved lies before the one at which it was raised; informal comes before stage 1.
effect: >-
  It counts under the stages as they stand, and not as resolved where it was raised.
what_to_do: >-
  Correct the stage that is wrong.
*/
WITH numbered AS (
    SELECT
        year,
        file,
        row,
        superseded,
        resolved_stage,
        -- Informal is the stage without a number.
        coalesce(try_cast(replace(raised_stage, 'Stage ', '') AS INTEGER), 0) AS raised_number,
        coalesce(try_cast(replace(resolved_stage, 'Stage ', '') AS INTEGER), 0) AS resolved_number
    FROM escalations
    WHERE raised_stage IS NOT NULL
        AND resolved_stage IS NOT NULL
)
SELECT
    'escalations' AS extract,
    year,
    file,
    row,
    'resolved_stage' AS "column",
    resolved_stage AS value
FROM numbered
WHERE NOT superseded
    AND resolved_number < raised_number
