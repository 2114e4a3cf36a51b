/*
code: '444'
severity: error
column: UPN
title: >-
  Two children with one pupil number
meaning: >-
  The UPN is that of another child of the header too.
what_to_do: >-
  Find out whose it is, or whether the two are one child.
example:
  year: 2026
  header: |
    CHILD  UPN            flagged
    1      A123456789012  yes
    2      A123456789012  yes
    3      UN1            no
    4      UN1            no
*/
-- header from 2026
upn IN (
    SELECT twice.upn
    FROM header AS twice
    WHERE NOT is_unknown_upn(twice.upn)
    GROUP BY twice.upn
    HAVING count(*) > 1
)
