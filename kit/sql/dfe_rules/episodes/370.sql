/*
code: '370'
severity: error
column: PLACE
needs: [header]
title: >-
  Under age in independent living
meaning: >-
  PLACE is P2, and the child was under 16 when the episode began (under 15 in returns to 2022-23). The DfE's rule
  ended with the return of 2023-24.
what_to_do: >-
  Correct the placement or the day, or the date of birth in the header.
example:
  year: 2024
  header: |
    CHILD  DOB
    1      01/06/2007
    2      02/06/2007
    3      02/06/2007
  episodes: |
    CHILD  DECOM       PLACE  flagged
    1      01/06/2023  P2     no
    2      01/06/2023  P2     yes
    3      01/06/2023  U1     no
*/
-- episodes to 2023
place = 'P2' AND is_younger(decom, header_dob, 15)
-- episodes from 2024 to 2024
place = 'P2' AND is_younger(decom, header_dob, 16)
