/*
beside: [last_episodes]
title: >-
  A period of care that does not begin with a start
meaning: >-
  The first episode of a period of care has another reason for new episode than S.
effect: >-
  The period counts from this episode.
what_to_do: >-
  Check the reason, and whether an earlier episode is missing.
*/
SELECT
    'episodes' AS extract,
    held_episodes.year,
    held_episodes.file,
    held_episodes.row,
    'RNE' AS "column",
    held_episodes.rne AS value
FROM numbered_episodes
JOIN held_episodes USING (child_id, decom)
JOIN periods_of_care USING (child_id, period)
WHERE numbered_episodes.starts_period
    AND periods_of_care.last_year = (SELECT max(year) FROM reporting_years)
    AND NOT periods_of_care.starts_with_s
    AND NOT periods_of_care.began_before_first_year
