/*
code: '399'
severity: error
column: {reviews: REVIEW, header: MOTHER, episodes: LS}
needs: [header, episodes, reviews]
title: >-
  A review, or whether she is a mother, for a child on short breaks
meaning: >-
  A child with an episode under V3 or V4 has a review, a participation code or the mother's field.
effect: >-
  Reviews outside care, among them those of short breaks alone, are left out of every measure.
what_to_do: >-
  Take the field out, or correct the legal status. A child who was also looked after otherwise may
  keep its reviews: note that for the DfE.
example:
  year: 2023
  header: |
    CHILD  MOTHER  flagged
    1      .       yes
    2      0       no
    3      0       yes
    4      .       no
  episodes: |
    CHILD  LS  flagged
    1      V3  yes
    1      C2  no
    2      C2  no
    3      V4  yes
    4      V3  no
  reviews: |
    CHILD  REVIEW      REVIEW_CODE  flagged
    1      01/06/2022  PN1          yes
    2      01/06/2022  PN1          no
*/
-- The public validator flags this only where every episode of the child is a short break; the DfE's rule
-- names no such exception.

-- reviews
has_short_break AND in_header AND (header_mother IS NOT NULL OR review_given OR review_code IS NOT NULL)
OR has_short_break AND NOT in_header AND (review_given OR review_code IS NOT NULL)

-- header
has_short_break AND (mother IS NOT NULL OR has_short_break_review)

-- episodes
is_short_break(ls) AND (header_mother IS NOT NULL OR has_short_break_review)
