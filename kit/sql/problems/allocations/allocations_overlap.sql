/*
title: >-
  A child allocated twice at the same time
meaning: >-
  An allocation starts while another of the same child, of the same or an earlier start, still goes on.
effect: >-
  Both count: the child has had each of the officers, and is in the number of children of each.
what_to_do: >-
  End the earlier allocation on the day on which the later starts, or remove the one that is wrong.
*/
SELECT
    'allocations' AS extract,
    later.year,
    later.file,
    later.row,
    'start_date' AS "column",
    strftime(later.start_date, '%d/%m/%Y') AS value
FROM held_allocations AS later
SEMI JOIN held_allocations AS earlier
    ON earlier.child_id = later.child_id
    AND (earlier.start_date < later.start_date
        OR (earlier.start_date = later.start_date AND earlier.iro_id < later.iro_id))
    AND (earlier.end_day IS NULL OR (earlier.end_day > later.start_date AND earlier.end_day > earlier.start_date))
WHERE later.end_day IS NULL
    OR later.end_day > later.start_date
