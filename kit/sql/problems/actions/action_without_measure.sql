/*
title: >-
  An action that names no measure
meaning: >-
  The measure that the action should move is not given, or is no name of a measure (reviews_on_time), of the kit or of
  the council's own.
effect: >-
  The action counts and is shown; there is no figure beside it.
what_to_do: >-
  Give the name of a measure, if one should move: kit/sql/measures/ has a file for each, and params/<council>/measures/
  those of the council's own.
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
