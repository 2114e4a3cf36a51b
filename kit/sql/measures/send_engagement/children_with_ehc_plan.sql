/*
title: Children with an EHC plan
kind: share
unit: "%"
sentence: "{value} of children with a record of needs had an EHC plan ({numerator} of {denominator})"
counts: >-
  children looked after on the last day of the year, of any age, whose SEND record gives a provision: EHC plan, SEN
  support or no SEN; one whose record has a blank or an unknown provision is left out, and listed
included_when: the record says EHC plan
better: none
adds_up:
  - denominator <= children_looked_after.numerator, rest not recorded
depends_on: neither
breakdowns: []
source: The council's SEND records; Children and Families Act 2014, section 37
needs: [send.sen_provision]
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    sen_provision_code = 'E' AS numerator
FROM children_in_care
WHERE sen_provision_code IS NOT NULL
