"""Every mention of those whom a report names: their names, and the pronouns that stand for them."""

from __future__ import annotations

import re

from onrecord.find.attributions import antecedents, attributed
from onrecord.find.expression import FORM_OF, Expression
from onrecord.find.phrases import Range
from onrecord.find.speakers import Speakers
from onrecord.model import EntityType, Report

_PRONOUN = re.compile(rf"\b(?:{'|'.join(FORM_OF)})\b", re.IGNORECASE)


def chains(report: Report) -> list[tuple[EntityType, list[Range]]]:
    """The mentions of each one named, in the order of the text: bare names, and third-person pronouns.

    A pronoun is given to the one that it most likely stands for, unless it more likely stands for nobody named.
    """
    read = attributed(report)
    weighed = antecedents(report, read)
    speakers = Speakers(report.text, read.named, read.sentences, weighed)
    found = [[(name.name_start, name.end) for name in one.names] for one in read.named]
    spoken = [(one.source[0] if one.source else one.content[0][0], one) for one in read.attributions]
    spoken.sort(key=lambda item: item[0])
    for match in _PRONOUN.finditer(report.text):
        while spoken and spoken[0][0] < match.start():
            speakers.of(spoken.pop(0)[1])
        ranked = weighed.rank(Expression(match.span()), None)
        if ranked and ranked[0][1] > 1 - sum(chance for _, chance in ranked):
            found[ranked[0][0]].append(match.span())
    return [(one.kind, sorted(mentions)) for one, mentions in zip(read.named, found, strict=True)]
