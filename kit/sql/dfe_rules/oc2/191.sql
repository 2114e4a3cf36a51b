/*
code: '191'
severity: error
column: {oc2: IMMUNISATIONS, episodes: CHILD}
needs: [oc2, episodes]
title: >-
  Answers about health missing for a child looked after all year
meaning: >-
  The child was looked after from 1 April to 31 March, and one of IMMUNISATIONS, TEETH_CHECK,
  HEALTH_ASSESSMENT and SUBSTANCE_MISUSE is blank. If the child is not in OC2 at all, the child's
  first episode is flagged.
what_to_do: >-
  Give all four.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS  flagged
    1      01/06/2020  S    C2  no
    2      01/06/2020  S    C2  no
    3      01/06/2020  S    C2  yes
    3      01/07/2020  L    C2  no
    4      01/06/2022  S    C2  no
  oc2: |
    CHILD  IMMUNISATIONS  TEETH_CHECK  HEALTH_ASSESSMENT  SUBSTANCE_MISUSE  flagged
    1      1              1            1                  0                 no
    2      1              1            1                  .                 yes
*/
-- oc2
all_year
AND (
    immunisations IS NULL OR teeth_check IS NULL OR health_assessment IS NULL OR substance_misuse IS NULL
)

-- episodes
is_first AND all_year AND oc2_rows = 0
