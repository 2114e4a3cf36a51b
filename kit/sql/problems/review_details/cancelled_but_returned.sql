/*
title: >-
  A meeting marked as cancelled that the return reports as held
meaning: >-
  The review details say that the meeting was cancelled, and the statutory return holds a review that
  day.
effect: >-
  The return counts: the review counts, with its details.
what_to_do: >-
  Find out which is right, and correct the other.
*/
SELECT
    'review_details' AS extract,
    details.year,
    details.file,
    details.row,
    'cancelled' AS "column",
    details.cancelled AS value
FROM review_details AS details
SEMI JOIN reviews ON reviews.child_id = details.child_id AND reviews.review_date = details.review_date
WHERE NOT details.superseded
    AND details.cancelled = 'Y'
