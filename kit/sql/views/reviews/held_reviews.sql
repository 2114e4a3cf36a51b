-- One row per review that holds, and the period of care in which it counts, if the newest past knows one.
SELECT
    children.child_number,
    reviews.child_id,
    reviews.review_date,
    reviews.participation_code,
    reviews.dob,
    children.dob AS header_dob,
    periods_of_care.care_number,
    periods_of_care.first_year,
    periods_of_care.last_year,
    periods_of_care.period,
    reviews.year,
    reviews.file,
    reviews.row
FROM reviews
JOIN children ON children.child_id = reviews.child_id
LEFT JOIN periods_of_care
    ON periods_of_care.child_number = children.child_number
    AND counts_in(reviews.review_date, start_day, end_day, end_before, as_at)
    AND periods_of_care.is_newest
WHERE NOT reviews.superseded
