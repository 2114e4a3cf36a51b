-- One row per decision of a counted review and past, with the next review held in the same period of care, if any.
WITH followed AS (
    SELECT
        care_number,
        child_id,
        first_year,
        last_year,
        review_day,
        lead(review_day) OVER (PARTITION BY care_number ORDER BY review_day) AS next_review_day
    FROM reviews_in_care
    SEMI JOIN decisions USING (child_id)
)
SELECT
    followed.*,
    decisions.decision,
    decisions.owner,
    decisions.due_date,
    decisions.done_date,
    decisions.year AS file_year,
    decisions.file,
    decisions.row
FROM followed
JOIN decisions
    ON decisions.child_id = followed.child_id
    AND decisions.review_date = followed.review_day
    AND NOT decisions.superseded
