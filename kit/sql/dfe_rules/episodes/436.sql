/*
code: '436'
severity: error
column: PLACE
title: >-
  Legal status and placement changed, and the episode says otherwise
meaning: >-
  RNE is B or U, and the legal status is that of the episode before, or placement, provider,
  postcode and Ofsted number all are. Two blanks are the same.
what_to_do: >-
  Correct the reason, or what did or did not change.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS  PLACE  flagged
    1      01/06/2022  S    V2  U1     no
    1      01/07/2022  B    C1  U2     no
    2      01/06/2022  S    V2  U1     no
    2      01/07/2022  B    V2  U2     yes
    3      01/06/2022  S    V2  U1     no
    3      01/07/2022  U    C1  U1     yes
*/
-- episodes
has_previous
AND rne IN ('B', 'U')
AND (
    ls IS NOT DISTINCT FROM previous_ls
    OR (
        place IS NOT DISTINCT FROM previous_place
        AND pl_post IS NOT DISTINCT FROM previous_pl_post
        AND urn IS NOT DISTINCT FROM previous_urn
        AND place_provider IS NOT DISTINCT FROM previous_place_provider
    )
)
