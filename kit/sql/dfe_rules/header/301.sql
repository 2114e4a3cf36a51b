/*
code: '301'
severity: error
column: DOB
title: >-
  Born after the year ended
meaning: >-
  DOB is after 31 March of the return's year.
what_to_do: >-
  Correct the date of birth.
example:
  year: 2023
  header: |
    CHILD  DOB         flagged
    1      31/03/2023  no
    2      01/04/2023  yes
*/
-- header
dob > last_day
