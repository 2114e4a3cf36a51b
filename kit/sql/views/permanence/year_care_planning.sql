-- One row per period of care and reporting year that knows it: the day of its care plan and of its permanence plan, as
-- known that year.
WITH periods AS (
    SELECT
        year_periods.reporting_year,
        year_periods.first_day,
        year_periods.as_at,
        year_periods.child_id,
        year_periods.last_year,
        year_periods.period,
        year_periods.start_day,
        year_periods.end_day,
        periods_of_care.starts_with_s OR NOT periods_of_care.began_before_first_year AS start_known
    FROM year_periods
    JOIN periods_of_care USING (care_number)
)
SELECT
    periods.*,
    -- A plan may be made before the child comes; four weeks keep plans of an earlier time in care apart.
    min(care_plans.care_plan_completed_date) FILTER (
        WHERE care_plans.care_plan_completed_date
        BETWEEN periods.start_day - 28 AND coalesce(periods.end_day, periods.as_at)
    ) AS care_plan_day,
    min(care_plans.permanence_plan_date) FILTER (
        WHERE care_plans.permanence_plan_date <= coalesce(periods.end_day, periods.as_at)
        AND (care_plans.permanence_plan_date >= periods.start_day OR NOT periods.start_known)
    ) AS permanence_plan_day
FROM periods
LEFT JOIN care_plans ON care_plans.child_id = periods.child_id AND NOT care_plans.superseded
GROUP BY ALL
