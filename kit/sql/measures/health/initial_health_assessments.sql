/*
title: Initial health assessments due
kind: count
unit: assessments
sentence: "{value} first health checks fell due"
counts: >-
  periods of care whose {initial_health_assessment} from the start ended in the year, with the child still looked
  after at the end of the last of these days, by what became of the initial health assessment: on time by that last
  day; late, completed after it in the same period (if several were, the first of them tells); refused; cancelled;
  not recorded, completed without a date; or not done by the last day of the year. Left out are periods whose start is
  not known. Refused is not missed: it is a category of its own
better: none
depends_on: neither
breakdowns: [health_outcome]
source: >-
  Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7
timescales: [initial_health_assessment]
needs: [health]
breaks:
  2021: >-
    In the pandemic health checks were put off, or held by phone or video. A fall says little of the service
missing: >-
  How an assessment finds its period of care, and what becomes of one without any date, is as in initial health
  assessments on time
checked_on: 2026-11-22
*/
SELECT
    reporting_year,
    child_id,
    health_outcome
FROM initial_assessments
