/*
beside: [iros]
title: >-
  A reviewing officer who is in no file of posts
meaning: >-
  An allocation or a contact names an officer whom no loaded file of iros has.
effect: >-
  It counts as it is given: the child has an officer, and the contact was made. There is no post for the officer.
what_to_do: >-
  Check the identifier of the officer, or add the post to iros.
*/
WITH named AS (
    SELECT 'allocations' AS extract, year, file, row, iro_id
    FROM held_allocations
    UNION ALL
    SELECT 'iro_contacts', year, file, row, iro_id
    FROM iro_contacts
    WHERE NOT superseded
)
SELECT
    named.extract,
    named.year,
    named.file,
    named.row,
    'iro_id' AS "column",
    named.iro_id AS value
FROM named
ANTI JOIN iros ON iros.iro_id = named.iro_id
-- If no posts are supplied at all, nobody can be missing from them.
WHERE EXISTS (SELECT 1 FROM iros)
