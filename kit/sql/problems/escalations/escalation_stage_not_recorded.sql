/*
title: >-
  A resolved escalation one of whose stages is not recorded
meaning: >-
  It was resolved, and the stage at which it was raised or the one at which it was resolved is blank or unknown, though
  other rows of its file give that stage.
effect: >-
  It is left out of the share resolved where they were raised, and its path counts as not recorded.
what_to_do: >-
  Fill in the stage.
*/
WITH stages AS (
    SELECT year, file, row, superseded, resolved_date, 'raised_stage' AS "column", raised_stage AS stage
    FROM escalations
    UNION ALL
    SELECT year, file, row, superseded, resolved_date, 'resolved_stage', resolved_stage
    FROM escalations
)
SELECT
    'escalations' AS extract,
    stages.year,
    stages.file,
    stages.row,
    stages."column",
    NULL AS value
FROM stages
-- Of a file without the column nothing is missing row by row.
SEMI JOIN stages AS given
    ON given.year = stages.year AND given."column" = stages."column" AND given.stage IS NOT NULL
WHERE NOT stages.superseded
    AND stages.resolved_date IS NOT NULL
    AND stages.stage IS NULL
