/*
code: '374'
severity: error
column: PLACE
needs: [header]
title: >-
  Under 14 in residential employment
meaning: >-
  PLACE is P3 (residential employment), and the child was under 14 when the episode began.
what_to_do: >-
  Correct the placement or the day, or the date of birth in the header.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2008
    2      02/06/2008
    3      02/06/2008
  episodes: |
    CHILD  DECOM       PLACE  flagged
    1      01/06/2022  P3     no
    2      01/06/2022  P3     yes
    3      01/06/2022  U1     no
*/
-- episodes
place = 'P3' AND is_younger(decom, header_dob, 14)
