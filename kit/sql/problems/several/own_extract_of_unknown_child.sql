/*
beside: [children]
title: >-
  A record of a child whom the return does not know
meaning: >-
  No loaded header, episode or review is of the child of this care plan, education plan, SEND record, exclusion, health
  contact, submission through an app, feedback, decision of a review, advocate or independent visitor.
effect: >-
  Figures of children looked after do not see the record; figures that count records hold it.
what_to_do: >-
  Check the identifier of the child.
*/
WITH records AS (
    SELECT 'care_plans' AS extract, year, file, row, child_id, superseded
    FROM care_plans
    UNION ALL
    SELECT 'education_plans', year, file, row, child_id, superseded
    FROM education_plans
    UNION ALL
    SELECT 'exclusions', year, file, row, child_id, superseded
    FROM exclusions
    UNION ALL
    SELECT 'send', year, file, row, child_id, superseded
    FROM send
    UNION ALL
    SELECT 'health', year, file, row, child_id, superseded
    FROM health
    UNION ALL
    SELECT 'app_use', year, file, row, child_id, superseded
    FROM app_use
    UNION ALL
    SELECT 'feedback', year, file, row, child_id, superseded
    FROM feedback
    UNION ALL
    SELECT 'decisions', year, file, row, child_id, superseded
    FROM decisions
    UNION ALL
    SELECT 'advocacy', year, file, row, child_id, superseded
    FROM advocacy
)
SELECT
    records.extract,
    records.year,
    records.file,
    records.row,
    'child_id' AS "column",
    records.child_id AS value
FROM records
ANTI JOIN children ON children.child_id = records.child_id
WHERE NOT records.superseded
