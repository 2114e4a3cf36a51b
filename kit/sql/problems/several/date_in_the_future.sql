/*
title: >-
  A date in the future
meaning: >-
  Something is said to have happened after the file was made: after the export date in its name; without one, after the
  reporting year (the return) or a year after it (a council's own extract).
effect: >-
  It is in no figure until its day has come.
what_to_do: >-
  Correct the date.
*/
WITH dated AS (
    SELECT 'header' AS extract, year, file, row, superseded, TRUE AS is_return, 'DOB' AS "column", dob AS day
    FROM header
    UNION ALL
    SELECT 'episodes', year, file, row, superseded, TRUE, 'DECOM', decom
    FROM episodes
    UNION ALL
    SELECT 'episodes', year, file, row, superseded, TRUE, 'DEC', dec
    FROM episodes
    UNION ALL
    SELECT 'review_details', year, file, row, superseded, FALSE, 'decisions_sent_date', decisions_sent_date
    FROM review_details
    UNION ALL
    SELECT 'review_details', year, file, row, superseded, FALSE, 'record_sent_date', record_sent_date
    FROM review_details
    UNION ALL
    SELECT 'send', year, file, row, superseded, FALSE, 'as_at_date', as_at_date
    FROM send
    UNION ALL
    SELECT 'health', year, file, row, superseded, FALSE, 'completed_date', completed_date
    FROM health
    UNION ALL
    SELECT 'education_plans', year, file, row, superseded, FALSE, 'as_at_date', as_at_date
    FROM education_plans
    UNION ALL
    SELECT 'education_plans', year, file, row, superseded, FALSE, 'initiated_date', initiated_date
    FROM education_plans
    UNION ALL
    SELECT 'education_plans', year, file, row, superseded, FALSE, 'completed_date', completed_date
    FROM education_plans
    UNION ALL
    SELECT 'education_plans', year, file, row, superseded, FALSE, 'given_to_child_date', given_to_child_date
    FROM education_plans
    UNION ALL
    SELECT 'exclusions', year, file, row, superseded, FALSE, 'excluded_date', excluded_date
    FROM exclusions
    UNION ALL
    SELECT 'escalations', year, file, row, superseded, FALSE, 'raised_date', raised_date
    FROM escalations
    UNION ALL
    SELECT 'escalations', year, file, row, superseded, FALSE, 'resolved_date', resolved_date
    FROM escalations
    UNION ALL
    SELECT 'escalations', year, file, row, superseded, FALSE, 'learning_shared_date', learning_shared_date
    FROM escalations
    UNION ALL
    SELECT 'app_use', year, file, row, superseded, FALSE, 'submitted_date', submitted_date
    FROM app_use
    UNION ALL
    SELECT 'feedback', year, file, row, superseded, FALSE, 'feedback_date', feedback_date
    FROM feedback
    UNION ALL
    SELECT 'care_plans', year, file, row, superseded, FALSE, 'care_plan_completed_date', care_plan_completed_date
    FROM care_plans
    UNION ALL
    SELECT 'care_plans', year, file, row, superseded, FALSE, 'permanence_plan_date', permanence_plan_date
    FROM care_plans
    UNION ALL
    SELECT 'care_plans', year, file, row, superseded, FALSE, 'life_story_started_date', life_story_started_date
    FROM care_plans
    UNION ALL
    SELECT 'care_plans', year, file, row, superseded, FALSE, 'life_story_given_date', life_story_given_date
    FROM care_plans
    UNION ALL
    SELECT 'protection_plans', year, file, row, superseded, FALSE, 'start_date', start_date
    FROM protection_plans
    UNION ALL
    SELECT 'protection_plans', year, file, row, superseded, FALSE, 'end_date', end_date
    FROM protection_plans
    UNION ALL
    SELECT 'protection_conferences', year, file, row, superseded, FALSE, 'held_date', held_date
    FROM protection_conferences
    UNION ALL
    SELECT 'allocations', year, file, row, superseded, FALSE, 'start_date', start_date
    FROM allocations
    UNION ALL
    SELECT 'iro_contacts', year, file, row, superseded, FALSE, 'contact_date', contact_date
    FROM iro_contacts
    UNION ALL
    SELECT 'actions', year, file, row, superseded, FALSE, 'achieved_date', achieved_date
    FROM actions
    UNION ALL
    SELECT 'decisions', year, file, row, superseded, FALSE, 'done_date', done_date
    FROM decisions
    UNION ALL
    SELECT 'advocacy', year, file, row, superseded, FALSE, 'offered_date', offered_date
    FROM advocacy
    UNION ALL
    SELECT 'advocacy', year, file, row, superseded, FALSE, 'started_date', started_date
    FROM advocacy
)

SELECT
    extract,
    year,
    file,
    row,
    "column",
    strftime(day, '%d/%m/%Y') AS value
FROM dated
WHERE NOT superseded
    AND day > coalesce(
        try_cast(nullif(regexp_extract(file, '@(\d{4}-\d{2}-\d{2})', 1), '') AS DATE),
        make_date(CASE WHEN is_return THEN year ELSE year + 1 END, 3, 31)
    )
