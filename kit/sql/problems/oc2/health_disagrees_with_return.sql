/*
beside: [health]
title: >-
  The return and the health extract disagree
meaning: >-
  The return's health outcomes (OC2) say that the child had a health assessment or a dental check in the year, and the
  health extract holds none completed in it; or the other way round.
effect: >-
  Each source is counted as it is given; the children are counted among those on whom they disagree.
what_to_do: >-
  Find out which is right, and correct the other.
*/
WITH returned AS (
    SELECT
        oc2.year,
        oc2.file,
        oc2.row,
        oc2.health_assessment,
        health_compared.health_assessment AS had_assessment,
        health_compared.assessed,
        oc2.teeth_check,
        health_compared.teeth_check AS had_teeth_check,
        health_compared.teeth_checked
    FROM oc2
    JOIN health_compared ON health_compared.child_id = oc2.child_id AND health_compared.reporting_year = oc2.year
    -- Of a year without the extract nothing can be said.
    WHERE oc2.year IN (SELECT year FROM health)
)

SELECT
    'oc2' AS extract,
    year,
    file,
    row,
    'HEALTH_ASSESSMENT' AS "column",
    health_assessment AS value
FROM returned
WHERE had_assessment <> assessed
UNION ALL
SELECT
    'oc2',
    year,
    file,
    row,
    'TEETH_CHECK',
    teeth_check
FROM returned
WHERE had_teeth_check <> teeth_checked
