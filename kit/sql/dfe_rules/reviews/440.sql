/*
code: '440'
severity: error
column: REVIEW_CODE
title: >-
  Code for a child under 4, and the child was older
meaning: >-
  REVIEW_CODE is PN0, and the review was after the child's fourth birthday. On the birthday itself
  either code passes.
effect: >-
  The review counts as held, and is left out of participation.
what_to_do: >-
  Give the code from PN1 to PN7 that says how the child took part, or correct the date of birth.
example:
  year: 2023
  reviews: |
    CHILD  DOB         REVIEW      REVIEW_CODE  flagged
    1      01/06/2018  01/06/2022  PN0          no
    2      01/06/2018  02/06/2022  PN0          yes
    3      01/06/2018  02/06/2022  PN1          no
*/
-- reviews
review_code = 'PN0' AND review > birthday(dob, 4)
