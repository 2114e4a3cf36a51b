/*
code: '168'
severity: error
column: UPN
title: >-
  Not a pupil number
meaning: >-
  UPN is given and is neither a letter (not I, O or S) and twelve digits, the last of which may be a
  letter, nor UN1 to UN5.
what_to_do: >-
  Correct the pupil number, or use UN1 to UN5 for why it is not known.
example:
  year: 2023
  header: |
    CHILD  UPN            flagged
    1      A123456789012  no
    2      UN3            no
    3      .              no
    4      I123456789012  yes
    5      A12345         yes
*/
-- header
NOT regexp_full_match(upn, '[A-HJ-NP-RT-Z]\d{11}[0-9A-Z]|UN[1-5]')
