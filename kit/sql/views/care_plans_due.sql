-- One row per period of care whose limit for completing its care plan falls in a reporting year, and that plan's day.
SELECT
    planning.reporting_year,
    planning.child_id,
    planning.care_plan_day,
    due_days.care_plan_completed AS limit_day,
    quarter_label(due_days.care_plan_completed) AS quarter,
    age_band_all(completed_years(birth_dates.dob, planning.start_day)) AS age_band_all
FROM year_care_planning AS planning
JOIN due_days ON due_days.from_day = planning.start_day
LEFT JOIN birth_dates
    ON birth_dates.child_id = planning.child_id AND birth_dates.reporting_year = planning.reporting_year
WHERE planning.start_known
    AND due_days.care_plan_completed BETWEEN planning.first_day AND planning.as_at
    -- A child who left by then needed no plan by then.
    AND (planning.end_day IS NULL OR planning.end_day > due_days.care_plan_completed)
