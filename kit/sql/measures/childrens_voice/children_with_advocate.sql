/*
title: Children with an advocate
kind: share
unit: "%"
sentence: "{value} of children had an advocate on {as_at} ({numerator} of {denominator})"
sentence_if_none: No child had an advocate on {as_at} (0 of {denominator})
counts: children looked after on 31 March; ages are those on that day
included_when: >-
  the extract advocacy holds an advocate of the child who had started by that day and had not ended: an ended_date
  that is blank or later. The ended_date itself is no day with one
better: none
adds_up:
  - denominator = children_looked_after.numerator
depends_on: neither
breakdowns: [age_band_all]
source: >-
  Children Act 1989, section 26A, and the Advocacy Services and Representations Procedure (Children) (Amendment)
  Regulations 2004, on advocates for children who complain; guidance asks for one for any child who wants help to be
  heard
needs: [advocacy.started_date]
missing: >-
  One that was offered and has no started_date has not started. A year without the extract is not supplied, which does
  not say that no child had one. Not every child needs one, so that no share is the right one
checked_on: 2026-11-30
*/
SELECT
    reporting_year,
    child_id,
    age_band_all,
    EXISTS (
        SELECT 1
        FROM advocacy
        WHERE advocacy.child_id = children_in_care.child_id
            AND advocacy.kind = 'advocate'
            AND NOT advocacy.superseded
            AND advocacy.started_date <= children_in_care.as_at
            AND (advocacy.ended_date IS NULL OR advocacy.ended_date > children_in_care.as_at)
    ) AS numerator
FROM children_in_care
