/*
code: '215'
severity: error
column: {oc2: CONVICTED, oc3: IN_TOUCH}
needs: [oc2, oc3]
title: >-
  Answers about health and care leaver data for one child
meaning: >-
  OC3 says something of the child, and OC2 holds one of the eight answers from CONVICTED to
  INTERVENTION_OFFERED.
what_to_do: >-
  Take out the one that does not apply: a child is either looked after or has left care.
example:
  year: 2023
  oc2: |
    CHILD  CONVICTED  flagged
    1      0          yes
    2      .          no
    3      0          no
  oc3: |
    CHILD  IN_TOUCH  flagged
    1      YES       yes
    2      YES       no
    4      YES       no
*/
-- oc2
oc3_answered
AND coalesce(
    convicted, health_check, immunisations, teeth_check, health_assessment, substance_misuse,
    intervention_received, intervention_offered
) IS NOT NULL

-- oc3
oc2_answered AND coalesce(in_touch, activ, accom) IS NOT NULL
