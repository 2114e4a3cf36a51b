/*
code: '399'
severity: error
column: {reviews: REVIEW, header: MOTHER, episodes: LS}
needs: [header, episodes, reviews]
title: >-
  A review, or whether she is a mother, for a child on short breaks
meaning: >-
  A child all of whose episodes are under V3 or V4 has a review, a participation code or the mother's field.
effect: >-
  Reviews outside care, among them those of short breaks alone, are left out of every measure.
what_to_do: >-
  Take the field out, or correct the legal status.
example:
  year: 2023
  header: |
    CHILD  MOTHER  flagged
    1      0       no
    2      0       no
    3      0       yes
    4      .       no
    5      .       yes
  episodes: |
    CHILD  LS  flagged
    1      V3  no
    1      C2  no
    2      C2  no
    5      V3  yes
    5      V4  yes
    3      V4  yes
    4      V3  no
  reviews: |
    CHILD  REVIEW      REVIEW_CODE  flagged
    1      01/06/2022  PN1          no
    2      01/06/2022  PN1          no
    5      01/06/2022  PN1          yes
*/
-- A child who was also looked after otherwise has reviews by law, and is not flagged.

-- reviews
has_short_break AND NOT has_other_status
    AND (review_given OR review_code IS NOT NULL OR in_header AND header_mother IS NOT NULL)

-- header
has_short_break AND NOT has_other_status AND (mother IS NOT NULL OR has_short_break_review)

-- episodes
is_short_break(ls) AND NOT has_other_status AND (header_mother IS NOT NULL OR has_short_break_review)
