/*
title: >-
  An app spelt in more than one way
meaning: >-
  But for capitals, spaces and dashes the name is that of an app with more rows.
effect: >-
  The row counts under the app as it is spelt, so that the other spelling counts too few.
what_to_do: >-
  Spell the app as the other rows do, or map it in the council's mappings.
*/
WITH spellings AS (
    SELECT
        app,
        regexp_replace(lower(app), '[^a-z0-9]', '', 'g') AS plain,
        count(*) AS submissions
    FROM app_use
    WHERE NOT superseded
    GROUP BY app
),
ranked AS (
    SELECT
        app,
        row_number() OVER (PARTITION BY plain ORDER BY submissions DESC, app) AS place
    FROM spellings
)
SELECT
    'app_use' AS extract,
    app_use.year,
    app_use.file,
    app_use.row,
    'app' AS "column",
    app_use.app AS value
FROM app_use
JOIN ranked ON ranked.app = app_use.app
WHERE NOT app_use.superseded
    AND ranked.place > 1
