/*
code: '372'
severity: error
column: PLACE
needs: [header]
title: >-
  Under 10 in youth custody or prison
meaning: >-
  PLACE is R5 (youth custody or prison), and the child was under 10 when the episode began.
what_to_do: >-
  Correct the placement or the day, or the date of birth in the header.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      01/06/2012
    2      02/06/2012
    3      02/06/2012
  episodes: |
    CHILD  DECOM       PLACE  flagged
    1      01/06/2022  R5     no
    2      01/06/2022  R5     yes
    3      01/06/2022  U1     no
*/
-- episodes
place = 'R5' AND is_younger(decom, header_dob, 10)
