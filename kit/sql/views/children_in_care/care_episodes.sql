-- One row per episode of care and past that knows it, with its end as known.
-- Not stored: it is as fast read through.
SELECT
    numbered_episodes.child_id,
    pasts.first_year,
    pasts.last_year,
    pasts.as_at,
    numbered_episodes.period,
    numbered_episodes.decom,
    numbered_episodes.rne,
    CASE WHEN numbered_episodes.end_day <= pasts.as_at THEN numbered_episodes.end_day END AS end_day,
    -- As far as the past knows it; empty if the episode is the last of its period.
    CASE WHEN numbered_episodes.next_decom <= pasts.as_at THEN numbered_episodes.next_decom END AS next_decom,
    numbered_episodes.gone,
    numbered_episodes.legal_status_code,
    numbered_episodes.placement_code
FROM numbered_episodes
JOIN pasts
    ON pasts.irregular = numbered_episodes.irregular
    AND numbered_episodes.decom <= pasts.as_at
