/*
code: '234'
severity: error
column: REASON_PLACE_CHANGE
needs: [header]
title: >-
  Admitted to custody under 10
meaning: >-
  REASON_PLACE_CHANGE is CUSTOD, and the child was under 10 when the episode began.
what_to_do: >-
  Correct the reason, or the date of birth in the header.
example:
  year: 2026
  header: |
    CHILD  DOB
    1      01/06/2015
    2      02/06/2015
    3      02/06/2015
  episodes: |
    CHILD  DECOM       REASON_PLACE_CHANGE  flagged
    1      01/06/2025  CUSTOD               no
    2      01/06/2025  CUSTOD               yes
    3      01/06/2025  CARPL                no
*/
-- episodes from 2026
reason_place_change = 'CUSTOD' AND is_younger(decom, header_dob, 10)
