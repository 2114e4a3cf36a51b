/*
code: '167'
severity: error
column: REVIEW_CODE
title: >-
  Participation code is blank or none of PN0 to PN7
meaning: >-
  A review is given without a code of the list, or a code without a review.
effect: >-
  The review counts as held, and is left out of participation.
what_to_do: >-
  Give the code that says how the child took part; give neither date nor code if there was no
  review.
example:
  year: 2023
  reviews: |
    CHILD  REVIEW      REVIEW_CODE  flagged
    1      01/06/2022  PN1          no
    2      01/06/2022  PN8          yes
    3      01/06/2022  .            yes
    4      .           PN1          yes
    5      .           .            no
*/
-- reviews
NOT (
    (review_given AND review_code IS NOT NULL AND NOT review_code_invalid)
    OR (NOT review_given AND review_code IS NULL)
)
