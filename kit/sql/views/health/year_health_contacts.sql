-- One row per health contact that was due in a reporting year on a day on which the child was looked after.
SELECT
    health_contacts.reporting_year,
    health_contacts.child_id,
    health_contacts.kind,
    health_age(completed_years(birth_dates.dob, health_contacts.due_day)) AS health_age,
    CASE
        WHEN health_contacts.done_day <= health_contacts.due_day THEN 'On time'
        WHEN health_contacts.done_day IS NOT NULL THEN 'Late'
        WHEN health_contacts.status = 'refused' THEN 'Refused'
        WHEN health_contacts.status = 'cancelled' THEN 'Cancelled'
        WHEN health_contacts.day_not_recorded THEN 'Not recorded'
        ELSE 'Not done'
    END AS health_outcome
FROM health_contacts
JOIN year_periods
    ON year_periods.child_id = health_contacts.child_id
    AND year_periods.reporting_year = health_contacts.reporting_year
    AND year_periods.start_day <= health_contacts.due_day
    AND (year_periods.end_day IS NULL OR year_periods.end_day > health_contacts.due_day)
LEFT JOIN birth_dates
    ON birth_dates.child_id = health_contacts.child_id
    AND birth_dates.reporting_year = health_contacts.reporting_year
WHERE health_contacts.due_day BETWEEN health_contacts.first_day AND health_contacts.as_at
