/*
code: '388'
severity: error
column: REC
title: >-
  The reason for ending does not fit what follows
meaning: >-
  REC is X1 (a new episode follows) and none begins that day; or REC ends the child's time in care,
  and an episode begins that day.
effect: >-
  A period of care ends if no episode goes on that day, whatever REC says.
what_to_do: >-
  Correct the reason, or the days of the two episodes, or add the episode that is missing.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       DEC         REC  flagged
    1      01/06/2022  01/07/2022  X1   no
    1      01/07/2022  01/08/2022  E4A  no
    2      01/06/2022  01/07/2022  X1   yes
    2      02/07/2022  .           .    no
    3      01/06/2022  01/07/2022  E4A  yes
    3      01/07/2022  01/08/2022  X1   yes
*/
-- episodes
CASE
    WHEN next_decom IS NULL THEN decom IS NOT NULL AND dec IS NOT NULL AND rec = 'X1'
    WHEN rec = 'X1' THEN dec <> next_decom
    ELSE rec IS NOT NULL AND dec = next_decom
END
