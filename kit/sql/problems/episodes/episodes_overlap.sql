/*
title: >-
  Episodes overlap
meaning: >-
  The episode begins while an earlier one of the same period of care has not ended.
effect: >-
  Both are one period of care; placement and legal status are those of the episode that began last.
what_to_do: >-
  Check when the earlier episode ended.
*/
SELECT
    'episodes' AS extract,
    year,
    file,
    row,
    'DECOM' AS "column",
    strftime(decom, '%d/%m/%Y') AS value
FROM numbered_episodes
JOIN held_episodes USING (child_id, decom)
WHERE overlaps_earlier
