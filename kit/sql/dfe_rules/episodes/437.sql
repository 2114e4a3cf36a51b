/*
code: '437'
severity: error
column: REC
title: >-
  An episode after the child died or was found to be 18
meaning: >-
  REC is E2 (died) or E15 (found to be 18 or over), and the child has a later episode.
what_to_do: >-
  Correct the reason, or take the later episode out.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       REC  flagged
    1      01/06/2022  E15  yes
    1      01/08/2022  .    no
    2      01/06/2022  E2   no
    3      01/06/2022  E4A  no
    3      01/08/2022  .    no
*/
-- episodes
rec IN ('E2', 'E15') AND has_next AND decom IS NOT NULL
