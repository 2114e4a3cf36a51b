-- One row per episode of the return: the row that holds, and whether it was left open and then gone, or corrected.
WITH held AS (
    SELECT
        *,
        dec IS NULL AND year < (SELECT max(year) FROM reporting_years) AS gone,
        make_date(year, 3, 31) AS last_day
    FROM episodes
    WHERE NOT superseded
),
corrected AS (
    SELECT DISTINCT held.child_id, held.decom
    FROM held
    JOIN episodes AS newer
        ON newer.child_id = held.child_id
        AND newer.year = held.year + 1
        AND newer.rne = 'S'
        AND newer.decom <= held.last_day
        AND (newer.dec IS NULL OR newer.dec > held.last_day)
    ANTI JOIN episodes AS older
        ON older.child_id = newer.child_id
        AND older.year = newer.year - 1
        AND older.decom = newer.decom
    WHERE held.gone
)
SELECT
    held.child_id,
    held.decom,
    held.rne,
    CASE WHEN held.gone THEN held.last_day + 1 ELSE held.dec END AS end_day,
    held.gone,
    corrected.child_id IS NOT NULL AS corrected,
    coalesce(held.legal_status IN ('V3', 'V4'), FALSE) AS short_break,
    held.legal_status AS legal_status_code,
    coalesce(statuses.label, 'Not recorded') AS legal_status,
    coalesce(placements.label, 'Not recorded') AS placement,
    held.dec,
    held.rec,
    held.year,
    held.file,
    held.row
FROM held
LEFT JOIN corrected USING (child_id, decom)
LEFT JOIN code_labels AS statuses ON statuses.code_set = 'legal_status' AND statuses.code = held.legal_status
LEFT JOIN code_labels AS placements ON placements.code_set = 'placement' AND placements.code = held.placement
