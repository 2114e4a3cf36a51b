/*
code: '441'
severity: error
column: REVIEW_CODE
title: >-
  Code for a child of 4 or over, and the child was younger
meaning: >-
  REVIEW_CODE is one of PN1 to PN7, and the review was before the child's fourth birthday. On the
  birthday itself either code passes.
effect: >-
  The review counts as held, and is left out of participation, as the child was under 4.
what_to_do: >-
  Give PN0, or correct the date of birth.
example:
  year: 2023
  reviews: |
    CHILD  DOB         REVIEW      REVIEW_CODE  flagged
    1      01/06/2018  01/06/2022  PN1          no
    2      01/06/2018  31/05/2022  PN7          yes
    3      01/06/2018  31/05/2022  PN0          no
*/
-- reviews
review_code BETWEEN 'PN1' AND 'PN7' AND NOT review_code_invalid AND is_younger(review, dob, 4)
