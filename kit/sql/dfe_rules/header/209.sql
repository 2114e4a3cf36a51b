/*
code: '209'
severity: error
column: UPN
title: >-
  Of school age, and no pupil number as if too young
meaning: >-
  UPN is UN1 (not of school age) though the child was 4 by the 31 August before last year's 31
  March.
what_to_do: >-
  Give the pupil number, or the right reason for not knowing it.
example:
  year: 2023
  header: |
    CHILD  DOB         UPN  flagged
    1      31/08/2017  UN1  yes
    2      01/09/2017  UN1  no
    3      31/08/2017  UN2  no
*/
-- header
upn = 'UN1' AND birthday(dob, 4) <= make_date(year - 2, 8, 31)
