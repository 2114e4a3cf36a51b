/*
beside: [header]
title: >-
  A child without a header
meaning: >-
  The child has an episode but is in no loaded header.
effect: >-
  Sex and ethnicity count as not recorded; age comes from the child's reviews, if any.
what_to_do: >-
  Add the child to the header.
*/
SELECT
    'episodes' AS extract,
    held_episodes.year,
    held_episodes.file,
    held_episodes.row,
    'CHILD' AS "column",
    held_episodes.child_id AS value
FROM held_episodes
ANTI JOIN header ON header.child_id = held_episodes.child_id
