"""The statutory return of a year as the council would have sent it: children, episodes, reviews."""

from datetime import date

from kit.sample.days import age_on, birthday, first_day, last_day, shown
from kit.sample.draws import chance, pick, stream
from kit.sample.lives.council import Council
from kit.sample.lives.people import Child, Episode
from kit.sample.targets import FIRST_YEAR

Row = dict[str, str]


def in_return(child: Child, year: int) -> bool:
    """Return whether an episode of the child, short breaks included, touches the year."""
    return any(touches(e, year) for e in episodes_of(child))


def episodes_of(child: Child) -> list[Episode]:
    """Return all episodes of a child, short breaks included, in the order of their first day."""
    own = [e for p in child.periods for e in p.episodes]
    return sorted([*child.short_breaks, *own], key=lambda e: e.start)


def touches(episode: Episode, year: int) -> bool:
    """Return whether the episode touches the reporting year."""
    return episode.start <= last_day(year) and episode.end >= first_day(year)


def header_rows(children: list[Child], year: int) -> list[Row]:
    """Return one row per child of the return, as known at the end of the year."""
    return [
        {
            "CHILD": child.child_id,
            "SEX": child.sex,
            "DOB": shown(child.dob),
            "ETHNIC": child.ethnicity,
            "UPN": _upn(child, year),
            "MOTHER": _mother(child, year),
            "MC_DOB": shown(child.became_mother) if _mother(child, year) == "1" else "",
        }
        for child in children
    ]


def _upn(child: Child, year: int) -> str:
    if age_on(child.dob, date(year - 1, 8, 31)) < 4:
        return "UN1"
    started = min(e.start for e in episodes_of(child))
    if child.kind == "unaccompanied":
        return "UN2" if (last_day(year) - started).days < 200 else child.upn
    return "UN4" if 0 <= (last_day(year) - started).days < 8 else child.upn


def _mother(child: Child, year: int) -> str:
    if child.sex == "1" or not child.periods:
        return ""
    return "1" if child.became_mother and child.became_mother <= last_day(year) else "0"


def episode_rows(children: list[Child], year: int) -> list[Row]:
    """Return the episodes that touch the year; one still open on its last day has no end."""
    return [_episode(child, e, year) for child in children for e in episodes_of(child) if touches(e, year)]


def _episode(child: Child, episode: Episode, year: int) -> Row:
    ended = episode.end <= last_day(year)
    return {
        "CHILD": child.child_id,
        "DECOM": shown(episode.start),
        "RNE": episode.rne,
        "LS": episode.legal_status,
        "CIN": episode.need,
        "PLACE": episode.stay.code,
        "PLACE_PROVIDER": episode.stay.provider,
        "DEC": shown(episode.end) if ended else "",
        "REC": episode.rec if ended else "",
        "REASON_PLACE_CHANGE": episode.reason if ended else "",
        "HOME_POST": child.home_post,
        "PL_POST": episode.stay.post,
        "URN": episode.stay.urn,
    }


def review_rows(council: Council, codes: dict[tuple[str, date], str], year: int) -> list[Row]:
    """Return the reviews held in the year, those of short-break children too."""
    held = [(r.child, r.day, codes[r.key]) for r in council.reviews if first_day(year) <= r.day <= last_day(year)]
    held += [
        (child, day, "PN1" if chance(stream("code", child.key, day.toordinal()), 0.6) else "PN7")
        for child in council.children
        for day in short_break_reviews(child)
        if first_day(year) <= day <= last_day(year)
    ]
    return [
        {"CHILD": child.child_id, "DOB": shown(child.dob), "REVIEW": shown(day), "REVIEW_CODE": code}
        for child, day, code in sorted(held, key=lambda each: (each[0].child_id, each[1]))
    ]


def short_break_reviews(child: Child) -> list[date]:
    """Return the days of a short-break child's reviews: three months after the first, then six-monthly."""
    if not child.short_breaks:
        return []
    first, last = child.short_breaks[0].start, child.short_breaks[-1].end
    days = [first.toordinal() + n for n in range(85, (last - first).days, 175)]
    weekdays = [date.fromordinal(n - max(0, date.fromordinal(n).weekday() - 4)) for n in days]
    return [day for day in weekdays if child.period_on(day) is None and day >= first_day(FIRST_YEAR)]


def unaccompanied_rows(children: list[Child], year: int) -> list[Row]:
    """Return the unaccompanied children; DUC is the day on which a child ceased to be one."""
    rows = []
    for child in children:
        if child.kind == "unaccompanied":
            adult = min(birthday(child.dob, 18), child.periods[0].end)
            ceased = shown(adult) if first_day(year) <= adult <= last_day(year) else ""
            rows.append({"CHILD": child.child_id, "SEX": child.sex, "DOB": shown(child.dob), "DUC": ceased})
    return rows


def previous_permanence_rows(children: list[Child], year: int) -> list[Row]:
    """Return, for children who started in the year, whether they had left care for good before."""
    rows = []
    for child in children:
        started = [p.start for p in child.periods if first_day(year) <= p.start <= last_day(year)]
        if not started:
            continue
        rng = stream("permanence", child.key, year)
        before = [p for p in child.periods if p.end <= started[0] and p.outcome == "kin"]
        row = {
            "CHILD": child.child_id,
            "DOB": shown(child.dob),
            "PREV_PERM": "Z1",
            "LA_PERM": "",
            "DATE_PERM": "",
        }
        if before:
            row |= {"PREV_PERM": "P2", "LA_PERM": "997", "DATE_PERM": shown(before[-1].end)}
        elif age_on(child.dob, started[0]) > 4 and chance(rng, 0.02):
            row |= {
                "PREV_PERM": pick(rng, {"P1": 0.6, "P2": 0.4}),
                "LA_PERM": "NUK",
                "DATE_PERM": shown(birthday(child.dob, 3)),
            }
        rows.append(row)
    return rows
