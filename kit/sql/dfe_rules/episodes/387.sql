/*
code: '387'
severity: error
column: REC
needs: [header]
title: >-
  Moved into independent living under 14
meaning: >-
  REC is E5 or E6 (moved into independent living), and the child was under 14 on the day.
what_to_do: >-
  Correct the reason or the day, or the date of birth in the header.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2008
    2      02/06/2008
    3      31/05/2008
    4      02/06/2008
  episodes: |
    CHILD  DEC         REC  flagged
    1      01/06/2022  E5   no
    2      01/06/2022  E5   yes
    3      01/06/2022  E5   no
    4      01/06/2022  X1   no
*/
-- episodes
rec IN ('E5', 'E6') AND is_younger(dec, header_dob, 14)
