/*
code: '357'
severity: error
column: RNE
title: >-
  A child's first episode does not start the child's time in care
meaning: >-
  The first episode of the child in the return began in the year, and RNE is not S.
effect: >-
  The period of care counts from this episode.
what_to_do: >-
  Add the episode before it, or give S.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  flagged
    1      01/04/2022  P    yes
    1      01/06/2022  L    no
    2      31/03/2022  P    no
    3      01/04/2022  S    no
*/
-- episodes
is_first AND decom >= first_day AND rne IS DISTINCT FROM 'S'
