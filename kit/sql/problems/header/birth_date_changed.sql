/*
title: >-
  A date of birth that changed between years
meaning: >-
  The child's date of birth is not that of the newest earlier year's file that the child is in.
effect: >-
  The newest header's date of birth counts, for every year.
what_to_do: >-
  Correct it, in this year's file or in the earlier one.
*/
WITH several AS (
    SELECT child_id
    FROM header
    GROUP BY child_id
    HAVING min(dob) <> max(dob)
)
SELECT
    'header' AS extract,
    newer.year,
    newer.file,
    newer.row,
    'DOB' AS "column",
    strftime(newer.dob, '%d/%m/%Y') AS value
FROM (FROM header SEMI JOIN several USING (child_id)) AS newer
ASOF JOIN (FROM header SEMI JOIN several USING (child_id)) AS older
    ON older.child_id = newer.child_id
    AND newer.year > older.year
WHERE newer.dob <> older.dob
