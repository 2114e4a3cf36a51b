-- One row per line of an action plan in a reporting year's file: the plan agreed the year before, or the one ahead.
SELECT
    reporting_years.year AS reporting_year,
    actions.agreed_year = actions.year AS ahead,
    actions.row,
    actions.action,
    actions.owner,
    -- Of an action achieved later nobody recorded how far it had come by then.
    CASE
        WHEN actions.achieved_date > reporting_years.as_at THEN 'Not recorded'
        ELSE coalesce(code_labels.label, 'Not recorded'::label)
    END AS action_status,
    CASE WHEN actions.achieved_date <= reporting_years.as_at THEN actions.achieved_date END AS achieved_day,
    actions.reason,
    actions.measure
FROM actions
JOIN reporting_years ON reporting_years.year = actions.year
LEFT JOIN code_labels ON code_labels.code_set = 'action_status' AND code_labels.code = actions.status
WHERE NOT actions.superseded
    AND actions.agreed_year BETWEEN actions.year - 1 AND actions.year
