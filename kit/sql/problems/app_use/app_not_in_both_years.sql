/*
title: >-
  An app of which one year's file has rows and the next year's none, or the other way round
meaning: >-
  Either children began or ceased to use the app, or the export began or ceased to hold it. It is listed at the
  first row of the app, or at row 1 if the app is gone.
effect: >-
  All apps together are of other apps than in the year before.
what_to_do: >-
  If the export changed, say so under sources_changed in the council's settings, or export the earlier years again.
*/
WITH here AS (
    SELECT
        year,
        app,
        min(file) AS file,
        min(row) AS row
    FROM app_use
    GROUP BY year, app
),
files AS (
    SELECT
        year,
        min(file) AS file
    FROM app_use
    GROUP BY year
),
following AS (
    SELECT
        year,
        file,
        lag(year) OVER (ORDER BY year) AS year_before
    FROM files
)
SELECT
    'app_use' AS extract,
    here.year,
    here.file,
    here.row,
    'app' AS "column",
    here.app AS value
FROM here
JOIN following ON following.year = here.year AND following.year_before IS NOT NULL
ANTI JOIN here AS before ON before.year = following.year_before AND before.app = here.app
UNION ALL
SELECT
    'app_use',
    following.year,
    following.file,
    1,
    'app',
    before.app
FROM following
JOIN here AS before ON before.year = following.year_before
ANTI JOIN here ON here.year = following.year AND here.app = before.app
