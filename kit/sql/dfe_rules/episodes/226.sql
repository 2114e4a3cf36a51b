/*
code: '226'
severity: error
column: REASON_PLACE_CHANGE
title: >-
  A reason for a change to or from a temporary placement
meaning: >-
  The placement is temporary (T), and REASON_PLACE_CHANGE is given for it or for the episode before
  it.
what_to_do: >-
  Leave the reason blank in both episodes.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       PLACE  REASON_PLACE_CHANGE  flagged
    1      01/06/2022  U1     CHILD                no
    1      01/07/2022  T1     .                    yes
    2      01/06/2022  T1     CHILD                yes
    3      01/06/2022  U1     .                    no
    3      01/07/2022  T1     .                    no
*/
-- episodes
is_temporary(place) AND (reason_place_change IS NOT NULL OR previous_reason_place_change IS NOT NULL)
