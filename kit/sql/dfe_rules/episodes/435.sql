/*
code: '435'
severity: error
column: PLACE
title: >-
  Only the placement changed, and the episode says otherwise
meaning: >-
  RNE is P or T, and the legal status is not that of the episode before, or placement, provider,
  postcode and Ofsted number all are. Two blanks are the same.
what_to_do: >-
  Correct the reason, or what did or did not change.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS  PLACE  flagged
    1      01/06/2022  S    V2  U1     no
    1      01/07/2022  P    V2  U2     no
    2      01/06/2022  S    V2  U1     no
    2      01/07/2022  P    C1  U2     yes
    3      01/06/2022  S    V2  U1     no
    3      01/07/2022  T    V2  U1     yes
*/
-- episodes
has_previous
AND rne IN ('P', 'T')
AND (
    ls IS DISTINCT FROM previous_ls
    OR (
        place IS NOT DISTINCT FROM previous_place
        AND pl_post IS NOT DISTINCT FROM previous_pl_post
        AND urn IS NOT DISTINCT FROM previous_urn
        AND place_provider IS NOT DISTINCT FROM previous_place_provider
    )
)
