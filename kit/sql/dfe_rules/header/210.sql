/*
code: '210'
severity: error
column: {header: UPN, episodes: DECOM}
needs: [episodes]
title: >-
  No pupil number as if newly looked after
meaning: >-
  UPN is UN4 (newly looked after) though an episode of the child began before 24 March.
what_to_do: >-
  Give the pupil number, or the right reason for not knowing it.
example:
  year: 2023
  header: |
    CHILD  UPN  flagged
    1      UN4  yes
    2      UN4  no
    3      UN3  no
  episodes: |
    CHILD  DECOM       flagged
    1      23/03/2023  yes
    2      24/03/2023  no
    3      23/03/2023  no
*/
-- The public validator flags the episodes that began on or after 24 March, against the DfE's message:
-- children looked after for more than a week at 31 March should not have UN4.

-- header
upn = 'UN4' AND began_over_a_week_ago

-- episodes
header_upn = 'UN4' AND decom < make_date(year, 3, 24)
