-- One row per decision still open on the as-at day of a reporting year though a later review was held by then, of a
-- child looked after that day.
SELECT
    children_in_care.reporting_year,
    children_in_care.as_at,
    children_in_care.child_id,
    followed_decisions.review_day,
    followed_decisions.decision,
    followed_decisions.owner,
    followed_decisions.due_date,
    decision_age(followed_decisions.review_day, children_in_care.as_at) AS decision_age,
    count(*) AS reviews_since
FROM children_in_care
JOIN followed_decisions
    ON followed_decisions.care_number = children_in_care.care_number
    AND followed_decisions.next_review_day <= children_in_care.as_at
    -- What became of one that the year's file no longer has is not known.
    AND followed_decisions.file_year >= children_in_care.reporting_year
    AND (followed_decisions.done_date IS NULL OR followed_decisions.done_date > children_in_care.as_at)
JOIN reviews_in_care
    ON reviews_in_care.care_number = children_in_care.care_number
    AND reviews_in_care.review_day > followed_decisions.review_day
    AND reviews_in_care.review_day <= children_in_care.as_at
GROUP BY ALL
