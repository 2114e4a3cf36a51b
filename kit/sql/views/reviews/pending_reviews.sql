-- One row per child looked after on the as-at day of a reporting year: the review that the law wants next, its last
-- lawful day, and the officer whose it is. Due by the as-at day, it is overdue.
WITH latest AS (
    SELECT
        children_in_care.reporting_year,
        children_in_care.as_at,
        children_in_care.care_number,
        children_in_care.child_id,
        review_events.next_occasion AS occasion,
        review_events.next_rule AS rule,
        review_events.day AS from_day,
        review_events.next_due_day AS due_day,
        -- Earlier reviews, or the start, are not known: it may have been due before.
        review_events.next_may_be_unknown
        OR (review_events.next_rule = 'first' AND NOT periods_of_care.starts_with_s) AS latest_possible
    FROM children_in_care
    JOIN periods_of_care USING (care_number)
    JOIN review_events
        ON review_events.care_number = children_in_care.care_number
        AND review_events.day <= children_in_care.as_at
    QUALIFY row_number() OVER (
        PARTITION BY children_in_care.reporting_year, children_in_care.care_number
        ORDER BY review_events.day DESC, review_events.turn DESC
    ) = 1
),
last_held AS (
    SELECT latest.reporting_year, latest.care_number, max(reviews_in_care.review_day) AS last_review_day
    FROM latest
    JOIN reviews_in_care
        ON reviews_in_care.care_number = latest.care_number
        AND reviews_in_care.review_day <= latest.as_at
    GROUP BY ALL
),
-- Of several officers on one day, the one allocated last.
allocated AS (
    SELECT
        reporting_year,
        child_id,
        arg_max(iro, (start_day, iro)) AS iro
    FROM year_allocations
    WHERE end_day IS NULL
    GROUP BY ALL
)
SELECT
    latest.*,
    last_held.last_review_day,
    coalesce(allocated.iro, details.iro_id, 'No officer') AS iro,
    week_due(latest.due_day, latest.as_at) AS week
FROM latest
LEFT JOIN last_held USING (reporting_year, care_number)
LEFT JOIN allocated
    ON allocated.reporting_year = latest.reporting_year
    AND allocated.child_id = latest.child_id
LEFT JOIN review_details AS details
    ON details.child_id = latest.child_id
    AND details.review_date = last_held.last_review_day
    AND NOT details.superseded
