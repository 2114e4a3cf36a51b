/*
code: '102'
severity: error
column: DOB
title: >-
  Date of birth is blank or no date
meaning: >-
  DOB is not a date as dd/mm/yyyy.
effect: >-
  Without one, age comes from the child's reviews; one that cannot be read stops the report.
what_to_do: >-
  Give the date of birth as dd/mm/yyyy.
example:
  year: 2023
  header: |
    CHILD  DOB         flagged
    1      31/12/2010  no
    2      31/11/2010  yes
    3      .           yes
*/
-- header
dob IS NULL
