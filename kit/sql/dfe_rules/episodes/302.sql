/*
code: '302'
severity: error
column: {episodes: DECOM, header: DOB}
needs: [header, episodes]
title: >-
  Looked after before birth
meaning: >-
  The child's first episode began before the date of birth.
what_to_do: >-
  Correct the one that is wrong.
example:
  year: 2023
  header: |
    CHILD  DOB         flagged
    1      02/06/2022  yes
    2      01/06/2022  no
  episodes: |
    CHILD  DECOM       flagged
    1      01/06/2022  yes
    1      02/06/2022  no
    2      01/06/2022  no
*/
-- episodes
is_first AND header_dob > decom

-- header
dob > first_decom
