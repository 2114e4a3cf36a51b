/*
code: '460'
severity: error
column: REC
needs: [header]
title: >-
  Stayed with the carers at 18, and is younger
meaning: >-
  REC is E17 (aged 18 or over and stayed with the carers), and the child was under 18 on the day.
what_to_do: >-
  Correct the reason or the day, or the date of birth in the header.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2004
    2      02/06/2004
    3      31/05/2004
    4      02/06/2004
  episodes: |
    CHILD  DEC         REC  flagged
    1      01/06/2022  E17  no
    2      01/06/2022  E17  yes
    3      01/06/2022  E17  no
    4      01/06/2022  X1   no
*/
-- episodes
rec = 'E17' AND is_younger(dec, header_dob, 18)
