/*
code: '233'
severity: error
column: REASON_PLACE_CHANGE
title: >-
  A reason for a change of placement of an open episode
meaning: >-
  REASON_PLACE_CHANGE is given, and DEC is not.
what_to_do: >-
  Leave the reason blank until the episode ends, or give its end.
example:
  year: 2026
  episodes: |
    CHILD  DEC         REASON_PLACE_CHANGE  flagged
    1      .           CARPL                yes
    2      01/06/2025  CARPL                no
    3      .           .                    no
*/
-- episodes from 2026
reason_place_change IS NOT NULL AND NOT dec_given
