/*
code: '434'
severity: error
column: LS
title: >-
  Only the legal status changed, and the episode says otherwise
meaning: >-
  RNE is L, and the legal status is that of the episode before, or the placement, its provider,
  postcode or Ofsted number is not.
what_to_do: >-
  Correct the reason, or what did or did not change.
example:
  year: 2023
  episodes: |
    CHILD  DECOM       RNE  LS  PLACE  URN  flagged
    1      01/06/2022  S    V2  U1     .    no
    1      01/07/2022  L    C1  U1     .    no
    2      01/06/2022  S    V2  U1     .    no
    2      01/07/2022  L    V2  U1     .    yes
    3      01/06/2022  S    V2  U1     SC1  no
    3      01/07/2022  L    C1  U1     SC2  yes
*/
-- episodes
has_previous
AND rne = 'L'
AND (
    coalesce(ls = previous_ls, false)
    OR place IS DISTINCT FROM previous_place
    OR pl_post IS DISTINCT FROM previous_pl_post
    OR urn IS DISTINCT FROM previous_urn
    OR place_provider IS DISTINCT FROM previous_place_provider
)
