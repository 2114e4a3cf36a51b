/*
code: '181'
severity: error
column: HEALTH_CHECK
title: >-
  An answer that is neither 0 nor 1
meaning: >-
  One of the eight answers from CONVICTED to INTERVENTION_OFFERED is given and is neither 0 nor 1.
effect: >-
  It counts as not recorded.
what_to_do: >-
  Use 0 for no and 1 for yes.
example:
  year: 2023
  oc2: |
    CHILD  CONVICTED  HEALTH_CHECK  IMMUNISATIONS  flagged
    1      0          1             .              no
    2      0          Y             .              yes
*/
-- oc2
convicted_invalid
OR health_check_invalid
OR immunisations_invalid
OR teeth_check_invalid
OR health_assessment_invalid
OR substance_misuse_invalid
OR intervention_received_invalid
OR intervention_offered_invalid
