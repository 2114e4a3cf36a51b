/*
code: '389'
severity: error
column: REC
needs: [header]
title: >-
  Moved to adult social care under 16
meaning: >-
  REC is E7 (moved to adult social care), and the child was under 16 on the day.
what_to_do: >-
  Correct the reason or the day, or the date of birth in the header.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2006
    2      02/06/2006
    3      31/05/2006
    4      02/06/2006
  episodes: |
    CHILD  DEC         REC  flagged
    1      01/06/2022  E7   no
    2      01/06/2022  E7   yes
    3      01/06/2022  E7   no
    4      01/06/2022  X1   no
*/
-- episodes
rec = 'E7' AND is_younger(dec, header_dob, 16)
