-- One row per escalation that a reporting year knows, as it was on that year's as-at day.
WITH known AS (
    SELECT
        reporting_years.year AS reporting_year,
        reporting_years.first_day,
        reporting_years.as_at,
        escalations.escalation_id,
        escalations.child_id,
        escalations.raised_date,
        coalesce(escalations.raised_stage, 'Not recorded') AS stage_raised,
        coalesce(escalations.theme, 'Not recorded') AS theme,
        due_days.dispute_resolved AS limit_day,
        CASE WHEN escalations.resolved_date <= reporting_years.as_at THEN escalations.resolved_date END AS resolved_day,
        coalesce(escalations.resolved_stage, 'Not recorded') AS stage_resolved,
        coalesce(escalations.outcome, 'Not recorded') AS outcome,
        coalesce(escalations.iro_id, 'Not recorded') AS iro,
        escalations.learning_shared_date
    FROM escalations
    JOIN reporting_years ON escalations.raised_date <= reporting_years.as_at
    JOIN due_days ON due_days.from_day = escalations.raised_date
    WHERE NOT escalations.superseded
)
SELECT
    *,
    raised_date >= first_day AS raised_in_year,
    coalesce(resolved_day >= first_day, FALSE) AS resolved_in_year,
    coalesce(resolved_day < raised_date, FALSE) AS resolved_before_raised,
    limit_day BETWEEN first_day AND as_at AS limit_in_year,
    quarter_label(raised_date) AS quarter,
    CASE
        WHEN 'Not recorded' IN (stage_raised, stage_resolved) THEN 'Not recorded'
        WHEN stage_raised = stage_resolved THEN stage_raised || ' only'
        ELSE stage_raised || ' to ' || stage_resolved
    END AS path,
    CASE
        WHEN 'Not recorded' IN (stage_raised, stage_resolved) THEN 'Not recorded'
        WHEN stage_number(stage_resolved) < stage_number(stage_raised) THEN 'A lower stage'
        WHEN stage_number(stage_resolved) = stage_number(stage_raised) THEN 'Resolved where raised'
        WHEN stage_number(stage_resolved) = stage_number(stage_raised) + 1 THEN 'One stage higher'
        ELSE 'Two or more stages higher'
    END AS way_up
FROM known
