/*
code: '371'
severity: error
column: PLACE
needs: [header]
title: >-
  Under age in semi-independent or supported accommodation
meaning: >-
  PLACE is K3 (H5 in returns to 2023-24), and the child was under 16 when the episode began (under 14 to 2022-23).
what_to_do: >-
  Correct the placement or the day, or the date of birth in the header.
example:
  year: 2025
  header: |
    CHILD  DOB
    1      01/06/2008
    2      02/06/2008
    3      02/06/2008
  episodes: |
    CHILD  DECOM       PLACE  flagged
    1      01/06/2024  K3     no
    2      01/06/2024  K3     yes
    3      01/06/2024  U1     no
*/
-- episodes to 2023
place = 'H5' AND is_younger(decom, header_dob, 14)
-- episodes from 2024 to 2024
place = 'H5' AND is_younger(decom, header_dob, 16)
-- episodes from 2025
place = 'K3' AND is_younger(decom, header_dob, 16)
