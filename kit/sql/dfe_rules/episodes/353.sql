/*
code: '353'
severity: error
column: DECOM
title: >-
  An episode that began before 14 October 1991
meaning: >-
  DECOM is before the day on which the Children Act 1989 came into force.
what_to_do: >-
  Correct the day.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       flagged
    1      13/10/1991  yes
    2      14/10/1991  no
*/
-- episodes
decom < DATE '1991-10-14'
