-- One row per stay and past: a stretch of a period of care in which one episode gives placement and legal status.
SELECT
    periods_of_care.care_number,
    care_episodes.child_id,
    care_episodes.first_year,
    care_episodes.last_year,
    care_episodes.period,
    care_episodes.decom AS from_day,
    -- The day after the last one; empty while open.
    coalesce(care_episodes.next_decom, periods_of_care.end_day) AS to_day,
    -- On the day on which the period ends, its last stay gives placement and legal status.
    coalesce(care_episodes.next_decom, 'infinity') AS next_day,
    care_episodes.rne,
    care_episodes.legal_status_code,
    care_episodes.placement_code,
    coalesce(statuses.label, 'Not recorded'::label) AS legal_status,
    coalesce(placements.label, 'Not recorded'::label) AS placement
FROM care_episodes
JOIN periods_of_care USING (child_id, last_year, period)
LEFT JOIN code_labels AS statuses
    ON statuses.code_set = 'legal_status' AND statuses.code = care_episodes.legal_status_code
LEFT JOIN code_labels AS placements
    ON placements.code_set = 'placement' AND placements.code = care_episodes.placement_code
