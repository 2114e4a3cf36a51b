/*
code: '359'
severity: error
column: DEC
needs: [header]
title: >-
  Looked after beyond the 18th birthday
meaning: >-
  The episode is open, the child turned 18 before 31 March, and it is not accommodation (V2) in a
  children's home (K2), the only way to be looked after at that age.
what_to_do: >-
  Give the day on which the child ceased to be looked after, or correct the date of birth.
example:
  year: 2023
  header: |
    CHILD  DOB
    1      30/03/2005
    2      31/03/2005
    3      30/03/2005
  episodes: |
    CHILD  LS  PLACE  DEC         flagged
    1      C2  U1     .           yes
    2      C2  U1     .           no
    3      V2  K2     .           no
    1      C2  U1     01/06/2022  no
*/
-- episodes
birthday(header_dob, 18) < last_day
AND NOT dec_given
AND NOT coalesce(ls = 'V2' AND place = 'K2', false)
