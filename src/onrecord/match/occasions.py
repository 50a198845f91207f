"""Things with a name and a day that several reports tell of: "the Lindow debate on Tuesday", "Tuesday's Lindow debate".

Where a time stands beside a name and a noun for something that has a day, reports that use the same name and noun are
taken to mean one thing. That is likely, not sure: what recurs has one name, so a thing that cannot be on one day is let
go. Whether "Tuesday's debate" was or will be, its words do not tell; both are kept open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.match.solving import Happening, Telling
from onrecord.model import Findings, Report, Time
from onrecord.wordlists import table

_NAME = r"(?:[A-Z][\w.&’'-]*\s){1,4}"
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?P<noun>[a-z-]+(?:\s[a-z]+)?)\s$")
_AFTER = re.compile(rf"(?:['’]s)?\s(?P<name>{_NAME})(?P<noun>[a-z-]+(?:\s[a-z]+)?)")
_SIDE = 80  # characters beside a time that hold a name and a noun


def occasions(reports: Sequence[Report], findings: Sequence[Findings]) -> list[Happening]:
    """Each named thing that two reports or more give a day, as one happening; in the order of names."""
    told = defaultdict[str, list[Telling]](list)
    for report, one in zip(reports, findings, strict=True):
        for time in one.times:
            for key in _keys(report.text, time):
                told[key].append(Telling(report.id, time, is_open=not time.past or time.use == "thing"))
    return [
        Happening(f"the {key}", tuple(told[key]), is_sure=False)
        for key in sorted(told)
        if len({telling.report for telling in told[key]}) > 1
    ]


def _keys(text: str, time: Time) -> Iterator[str]:
    """The name and noun right beside a time that is a day; the noun in the singular."""
    if not time.is_day:
        return
    found = [_BEFORE.search(text[max(0, time.start - _SIDE) : time.start])]
    if time.use == "thing":
        found.append(_AFTER.match(text[time.end : time.end + _SIDE]))
    for match in found:
        noun = _noun(match["noun"]) if match else None
        name = [word for word in match["name"].split() if word.lower() not in _list("not_names")] if match else []
        if noun and name:
            yield f"{' '.join(name)} {noun}"


def _noun(words: str) -> str | None:
    for form in (words, words.split()[0]):
        for singular in (form, form.removesuffix("s"), form.removesuffix("es"), form.removesuffix("ies") + "y"):
            if singular in _list("nouns"):
                return singular
    return None


@cache
def _list(name: str) -> frozenset[str]:
    """A list of words for such things in `data/en/times.toml`."""
    return frozenset(table("times")["occasions"][name])
