-- One row per counted review and past: as it and its child were that day, with the child's SEND record of that year.
SELECT
    in_care.care_number,
    in_care.child_number,
    in_care.child_id,
    in_care.first_year,
    in_care.last_year,
    in_care.review_day,
    reporting_year_of(in_care.review_day) AS reporting_year,
    -- The past is that of the year of the review, and the review was held by its as-at day.
    coalesce(
        reporting_years.year BETWEEN in_care.first_year AND in_care.last_year
        AND in_care.review_day <= reporting_years.as_at,
        FALSE
    ) AS in_its_year,
    in_care.period,
    completed_years(coalesce(children.dob, in_care.dob), in_care.review_day) AS age,
    in_care.participation_code,
    participations.label AS participation,
    month_label(in_care.review_day) AS month,
    quarter_label(in_care.review_day) AS quarter,
    age_band(completed_years(coalesce(children.dob, in_care.dob), in_care.review_day)) AS age_band,
    children.sex,
    children.ethnicity,
    stays.legal_status,
    stays.placement,
    details.child_id IS NOT NULL AS has_details,
    coalesce(modes.label, 'Not recorded'::label) AS mode,
    details.social_work_report,
    details.parent_took_part,
    coalesce(parents.label, 'Not recorded'::label) AS parent_participation,
    details.care_plan,
    details.seen_before_review,
    details.quality_score,
    coalesce(details.iro_id, 'Not recorded') AS iro,
    details.decisions_sent_date,
    details.record_sent_date,
    coalesce(details.record_late_reason, 'Not recorded') AS record_late_reason,
    coalesce(details.late_reason, 'Not recorded') AS late_reason,
    coalesce(send_records.sen_provision, 'Not recorded'::label) AS sen_provision,
    coalesce(send_records.primary_need, 'Not recorded'::label) AS primary_need,
    coalesce(send_records.disability, ['Not recorded'::label]) AS disability
FROM reviews_in_care AS in_care
JOIN children ON children.child_number = in_care.child_number
JOIN stays
    ON stays.care_number = in_care.care_number
    AND in_care.review_day >= stays.from_day
    AND in_care.review_day < stays.next_day
LEFT JOIN code_labels AS participations
    ON participations.code_set = 'participation' AND participations.code = in_care.participation_code
LEFT JOIN review_details AS details
    ON details.child_id = in_care.child_id
    AND details.review_date = in_care.review_day
    AND NOT details.superseded
LEFT JOIN code_labels AS modes ON modes.code_set = 'mode' AND modes.code = details.mode
LEFT JOIN code_labels AS parents
    ON parents.code_set = 'parent_took_part' AND parents.code = details.parent_took_part
LEFT JOIN reporting_years ON reporting_years.year = reporting_year_of(in_care.review_day)
LEFT JOIN send_records
    ON send_records.child_number = in_care.child_number
    AND send_records.reporting_year = reporting_year_of(in_care.review_day)
