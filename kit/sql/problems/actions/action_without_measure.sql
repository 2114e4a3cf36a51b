/*
title: >-
  An action that names no measure of the kit
meaning: >-
  The measure that the action should move is not given, or is not one of the kit by its name (reviews_on_time).
effect: >-
  The action counts and is shown; there is no figure beside it.
what_to_do: >-
  Give the name of a measure (kit/sql/measures/ has a file for each), if one should move.
*/
SELECT
    'actions' AS extract,
    actions.year,
    actions.file,
    actions.row,
    'measure' AS "column",
    actions.measure AS value
FROM actions
ANTI JOIN measure_names ON measure_names.name = actions.measure
WHERE NOT actions.superseded
