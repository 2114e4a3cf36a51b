-- One row per period of care whose limit for completing its care plan falls in a reporting year, and that plan's day.
SELECT
    planning.reporting_year,
    planning.child_id,
    planning.care_plan_day,
    due_days.care_plan_completed AS limit_day
FROM year_care_planning AS planning
JOIN due_days ON due_days.from_day = planning.start_day
WHERE planning.start_known
    AND due_days.care_plan_completed BETWEEN planning.first_day AND planning.as_at
    -- A child who left by then needed no plan by then.
    AND (planning.end_day IS NULL OR planning.end_day > due_days.care_plan_completed)
