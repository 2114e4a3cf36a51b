/*
code: '407'
severity: error
column: REC
needs: [header]
title: >-
  A special guardianship order after the 18th birthday
meaning: >-
  REC is E45 to E48 (special guardianship), and the day is after the child's 18th birthday.
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
    1      01/06/2022  E45  no
    2      01/06/2022  E45  no
    3      01/06/2022  E45  yes
    4      01/06/2022  X1   no
*/
-- episodes
rec IN ('E45', 'E46', 'E47', 'E48') AND dec > birthday(header_dob, 18)
