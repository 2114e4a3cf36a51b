/*
code: 'NoE'
severity: error
column: DECOM
needs: [last_episodes]
title: >-
  An episode from before the year, of a child who is not in last year's file
meaning: >-
  The episode began before 1 April of the year, and last year's file holds no episode of the child.
what_to_do: >-
  Add the child's episodes to last year's return, or correct the day.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       flagged
    1      01/06/2021  no
    2      01/06/2021  yes
    2      01/06/2022  no
  last_episodes: |
    CHILD  DECOM
    1      01/07/2021
*/
-- episodes
decom < first_day AND NOT in_last_episodes
