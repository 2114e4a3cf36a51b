/*
code: '148'
severity: error
column: REC
title: >-
  An end without a reason, or a reason without an end
meaning: >-
  Only one of DEC and REC is given.
effect: >-
  An episode with a blank DEC counts as open, whatever REC says.
what_to_do: >-
  Give both, or neither while the episode is open.
example:
  year: 2023
  episodes: |
    CHILD  DEC         REC  flagged
    1      01/06/2022  E4A  no
    2      01/06/2022  .    yes
    3      .           X1   yes
    4      .           .    no
*/
-- episodes
dec_given <> (rec IS NOT NULL)
