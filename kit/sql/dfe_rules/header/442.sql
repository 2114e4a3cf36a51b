/*
code: '442'
severity: error
column: UPN
needs: [episodes]
title: >-
  Pupil number is blank
meaning: >-
  The child has an episode that is not a short break (V3, V4), and UPN is blank.
what_to_do: >-
  Give the pupil number, or UN1 to UN5 for why it is not known.
example:
  year: 2023
  header: |
    CHILD  UPN  flagged
    1      .    yes
    2      UN1  no
    3      .    no
  episodes: |
    CHILD  LS
    1      C2
    2      C2
    3      V4
*/
-- header
upn IS NULL AND has_other_status
