/*
code: '1012'
severity: error
column: CHILD
needs: [episodes]
title: >-
  Data for a child without an episode in the year
meaning: >-
  The child is in this file and in no episode of the year. Of a young person who has left care,
  only care leaver data (OC3) are returned.
effect: >-
  The reviews of such a child are left out of every measure; the rest counts as it is given.
what_to_do: >-
  Take the row out, or add the child's episodes.
example:
  year: 2023
  episodes: |
    CHILD
    1
  reviews: |
    CHILD  flagged
    1      no
    2      yes
  oc2: |
    CHILD  flagged
    1      no
    3      yes
  missing: |
    CHILD  flagged
    3      yes
*/
-- reviews, oc2, ad1, missing, placed_for_adoption, previous_permanence
NOT in_episodes
