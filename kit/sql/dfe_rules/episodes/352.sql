/*
code: '352'
severity: error
column: DECOM
needs: [header]
title: >-
  Started to be looked after at 18 or over
meaning: >-
  RNE is S, and DECOM is on or after the child's 18th birthday.
what_to_do: >-
  Correct the date of birth, the day or the reason.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2004
    2      02/06/2004
  episodes: |
    CHILD  DECOM       RNE  flagged
    1      01/06/2022  S    yes
    2      01/06/2022  S    no
    1      01/06/2022  P    no
*/
-- episodes
rne = 'S' AND birthday(header_dob, 18) <= decom
