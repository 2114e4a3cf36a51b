/*
code: '358'
severity: error
column: LS
needs: [header]
title: >-
  Under 10 on remand or sentenced
meaning: >-
  LS is J1, J2 or J3, and the child was not over 10 when the episode began.
what_to_do: >-
  Correct the legal status or the day, or the date of birth in the header.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2012
    2      01/06/2012
    3      01/06/2012
  episodes: |
    CHILD  DECOM       LS  flagged
    1      01/06/2022  J1  yes
    2      02/06/2022  J2  no
    3      01/06/2022  C2  no
*/
-- episodes
ls IN ('J1', 'J2', 'J3') AND decom <= birthday(header_dob, 10)
