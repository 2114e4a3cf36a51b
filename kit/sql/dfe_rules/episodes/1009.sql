/*
code: '1009'
severity: error
column: REASON_PLACE_CHANGE
title: >-
  Reason for placement change is no code of the year's list
meaning: >-
  REASON_PLACE_CHANGE is given and is no reason that the return of the year knows. CUSTOD came in
  2019.
what_to_do: >-
  Use a code of the list.
example:
  year: 2023
  episodes: |
    CHILD  REASON_PLACE_CHANGE  flagged
    1      CUSTOD               no
    2      MOVED                yes
    3      .                    no
*/
-- episodes
reason_place_change_invalid
