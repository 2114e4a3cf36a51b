/*
code: '386'
severity: error
column: REC
needs: [header]
title: >-
  Adopted at 18 or over
meaning: >-
  REC is E11 or E12 (adopted), and the child was 18 or over on the day.
what_to_do: >-
  Correct the reason or the day, or the date of birth in the header.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2004
    2      02/06/2004
    3      31/05/2004
    4      31/05/2004
  episodes: |
    CHILD  DEC         REC  flagged
    1      01/06/2022  E11  yes
    2      01/06/2022  E11  no
    3      01/06/2022  E11  yes
    4      01/06/2022  X1   no
*/
-- episodes
rec IN ('E11', 'E12') AND dec >= birthday(header_dob, 18)
