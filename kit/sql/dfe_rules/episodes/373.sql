/*
code: '373'
severity: error
column: PLACE
needs: [header]
title: >-
  Under 4 in a residential school
meaning: >-
  PLACE is S1 (residential school), and the child was under 4 when the episode began.
what_to_do: >-
  Correct the placement or the day, or the date of birth in the header.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2018
    2      02/06/2018
    3      02/06/2018
  episodes: |
    CHILD  DECOM       PLACE  flagged
    1      01/06/2022  S1     no
    2      01/06/2022  S1     yes
    3      01/06/2022  U1     no
*/
-- episodes
place = 'S1' AND is_younger(decom, header_dob, 4)
