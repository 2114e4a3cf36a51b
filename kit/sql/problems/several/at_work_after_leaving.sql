/*
title: >-
  Work of a reviewing officer who had left
meaning: >-
  A contact is dated after the last day of the officer in the service, or an allocation starts or goes on after it.
  That day is the one in the newest file of posts that names the officer.
effect: >-
  It counts as it is given.
what_to_do: >-
  Correct the day, the officer, or the last day in the service; hand the child on to another officer.
*/
WITH leavers AS (
    SELECT iro_id, left_date
    FROM iros
    WHERE NOT superseded
    QUALIFY row_number() OVER (PARTITION BY iro_id ORDER BY year DESC) = 1
)
SELECT
    'iro_contacts' AS extract,
    iro_contacts.year,
    iro_contacts.file,
    iro_contacts.row,
    'contact_date' AS "column",
    strftime(iro_contacts.contact_date, '%d/%m/%Y') AS value
FROM iro_contacts
JOIN leavers ON leavers.iro_id = iro_contacts.iro_id AND iro_contacts.contact_date > leavers.left_date
WHERE NOT iro_contacts.superseded
UNION ALL
SELECT
    'allocations',
    held_allocations.year,
    held_allocations.file,
    held_allocations.row,
    CASE WHEN held_allocations.start_date > leavers.left_date THEN 'start_date' ELSE 'end_date' END,
    CASE
        WHEN held_allocations.start_date > leavers.left_date THEN strftime(held_allocations.start_date, '%d/%m/%Y')
        ELSE strftime(held_allocations.end_day, '%d/%m/%Y')
    END
FROM held_allocations
JOIN leavers ON leavers.iro_id = held_allocations.iro_id
WHERE NOT held_allocations.gone
    AND (
        held_allocations.start_date > leavers.left_date
        -- The day on which an allocation ends is the first that it no longer holds.
        OR (leavers.left_date IS NOT NULL AND coalesce(held_allocations.end_day, 'infinity') > leavers.left_date + 1)
    )
