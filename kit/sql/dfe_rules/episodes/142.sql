/*
code: '142'
severity: error
column: DEC
title: >-
  A new episode, and the one before has not ended
meaning: >-
  DEC or REC is blank in an episode that is not the child's last.
effect: >-
  An episode without an end counts as open.
what_to_do: >-
  Give the day on which the episode ended, and why.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       DEC         REC  flagged
    1      01/06/2022  01/07/2022  X1   no
    1      01/07/2022  .           .    no
    2      01/06/2022  .           .    yes
    2      01/07/2022  .           .    no
    3      01/06/2022  01/07/2022  .    yes
    3      01/07/2022  .           .    no
*/
-- episodes
has_next AND decom IS NOT NULL AND (dec IS NULL OR rec IS NULL)
