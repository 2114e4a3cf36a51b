/*
code: '157'
severity: error
column: SDQ_REASON
needs: [episodes]
title: >-
  No score by reason of age, and the age is right for one
meaning: >-
  The child was looked after all year, was 4 by 1 April and not over 16 on 31 March, and the reason
  for no score is SDQ1 (age).
what_to_do: >-
  Give the score, or another reason.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS
    1      01/06/2020  S    C2
    2      01/06/2020  S    C2
    3      01/06/2022  S    C2
  oc2: |
    CHILD  DOB         SDQ_REASON  flagged
    1      01/04/2018  SDQ1        yes
    2      02/04/2018  SDQ1        no
    3      01/04/2018  SDQ1        no
*/
-- oc2
all_year
AND birthday(dob, 4) <= first_day
AND birthday(dob, 16) >= last_day
AND sdq_score IS NULL
AND sdq_reason = 'SDQ1'
