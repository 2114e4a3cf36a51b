/*
beside: [reviews]
title: >-
  Review details without a review
meaning: >-
  The meeting is not marked as cancelled, and the statutory return holds no review of the child that
  day.
effect: >-
  The return counts: there is no review, and the details are not used.
what_to_do: >-
  Add the review to the return, or mark the meeting as cancelled. If the file went through a spreadsheet, look first
  whether identifiers have lost their leading zeros.
*/
SELECT
    'review_details' AS extract,
    details.year,
    details.file,
    details.row,
    'review_date' AS "column",
    strftime(details.review_date, '%d/%m/%Y') AS value
FROM review_details AS details
ANTI JOIN reviews ON reviews.child_id = details.child_id AND reviews.review_date = details.review_date
WHERE NOT details.superseded
    AND details.cancelled IS DISTINCT FROM 'Y'
