/*
code: '208'
severity: error
column: UPN
needs: [last_header]
title: >-
  Pupil number differs from last year's return
meaning: >-
  The child's UPN is not that of last year's header, and it is not that a number became known or
  that a better reason for not knowing it was given.
what_to_do: >-
  Correct the one that is wrong.
example:
  year: 2023
  header: |
    CHILD  UPN            flagged
    1      A123456789012  no
    2      A123456789012  yes
    3      A123456789012  no
    4      UN2            no
    5      UN1            yes
    6      .              yes
  last_header: |
    CHILD  UPN
    1      A123456789012
    2      B123456789012
    3      UN1
    4      UN1
    5      UN2
    6      A123456789012
*/
-- The public validator also flags a blank that became UN1, against its own words.

-- header
in_last_header
AND upn IS DISTINCT FROM last_upn
AND upper(upn) IS DISTINCT FROM upper(last_upn)
-- A number that has become known.
AND NOT (
    (last_upn IS NULL OR is_unknown_upn(last_upn)) AND upn IS NOT NULL AND NOT is_unknown_upn(upn)
)
-- A reason given for the first time, or a better one than UN1.
AND NOT (last_upn IS NULL AND is_unknown_upn(upn))
AND NOT coalesce(last_upn = 'UN1' AND upn IN ('UN2', 'UN3', 'UN4', 'UN5'), false)
