-- One row per period of care of which the last day for the initial health assessment fell in a reporting year, in care.
WITH due AS (
    SELECT
        year_periods.reporting_year,
        year_periods.as_at,
        year_periods.child_id,
        year_periods.start_day,
        coalesce(year_periods.end_day, year_periods.as_at) AS last_day,
        due_days.initial_health_assessment AS limit_day
    FROM year_periods
    JOIN periods_of_care USING (care_number)
    JOIN due_days ON due_days.from_day = year_periods.start_day
    WHERE due_days.initial_health_assessment BETWEEN year_periods.first_day AND year_periods.as_at
        AND (year_periods.end_day IS NULL OR year_periods.end_day > due_days.initial_health_assessment)
        AND (periods_of_care.starts_with_s OR NOT periods_of_care.began_before_first_year)
),
recorded AS (
    SELECT
        due.reporting_year,
        due.child_id,
        due.start_day,
        due.limit_day,
        min(contacts.done_day) FILTER (contacts.done_day BETWEEN due.start_day AND due.last_day) AS done_day,
        bool_or(contacts.status = 'refused') FILTER (
            contacts.due_day BETWEEN due.start_day AND due.last_day
        ) AS refused,
        bool_or(contacts.status = 'cancelled') FILTER (
            contacts.due_day BETWEEN due.start_day AND due.last_day
        ) AS cancelled,
        bool_or(contacts.day_not_recorded) FILTER (
            contacts.due_day BETWEEN due.start_day AND due.last_day
        ) AS day_not_recorded
    FROM due
    LEFT JOIN health_contacts AS contacts
        ON contacts.child_id = due.child_id
        AND contacts.reporting_year = due.reporting_year
        AND contacts.kind = 'initial health assessment'
    GROUP BY ALL
)
SELECT
    recorded.reporting_year,
    recorded.child_id,
    health_age(completed_years(birth_dates.dob, recorded.start_day)) AS health_age,
    CASE
        WHEN recorded.done_day <= recorded.limit_day THEN 'On time'
        WHEN recorded.done_day IS NOT NULL THEN 'Late'
        WHEN recorded.refused THEN 'Refused'
        WHEN recorded.cancelled THEN 'Cancelled'
        WHEN recorded.day_not_recorded THEN 'Not recorded'
        ELSE 'Not done'
    END AS health_outcome
FROM recorded
LEFT JOIN birth_dates
    ON birth_dates.child_id = recorded.child_id AND birth_dates.reporting_year = recorded.reporting_year
