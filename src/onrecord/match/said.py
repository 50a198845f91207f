"""A statement as it is compared with others: who says it, when at the latest, where in its report, in which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.days import Days, days_of
from onrecord.match.freshness import opening
from onrecord.match.vocabulary import countries
from onrecord.match.wording import CONTENT, Wording, wording, wordings
from onrecord.model import Entity, Report, Span, Statement

_LEAD = 300
"""Characters of a lead, at least, where no paragraph ends before. Three quarters of the first paragraphs of 2,946
articles of news are shorter."""
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s")
_SPEAKING = frozenset({"person", "organisation", "country", "place"})


@dataclass(frozen=True)
class Said:
    """One statement of mode "said"."""

    statement: Statement
    who: str | None
    """The id of the speaker if it has a name; None where nobody is named."""
    name: str
    """The speaker's name in small letters; empty where nobody is named."""
    is_body: bool
    """Whether the speaker is a body, a country or a place, for which people speak."""
    bodies: frozenset[str]
    """The bodies and countries that the speaker's roles, or a body's own name, name: it may speak for them."""
    published: Days | None
    """When its report appeared."""
    in_lead: bool
    """Whether it stands in the headline or the first paragraph of its report, which tell the news in short."""
    in_headline: bool

    @cached_property
    def sentences(self) -> tuple[Wording, ...]:
        """Its sentences."""
        return wordings(self.statement)

    @cached_property
    def words(self) -> frozenset[str]:
        """The forms of all words that tell what it is about."""
        return frozenset(word for sentence in self.sentences for word in sentence.content)

    @property
    def word_pairs(self) -> frozenset[tuple[str, str]]:
        """Every two words that tell what it is about and follow each other."""
        telling = [[t.form for t in one.tokens if t.kind in CONTENT] for one in self.sentences]
        return frozenset(pair for words in telling for pair in pairwise(words))

    @cached_property
    def days(self) -> Days | None:
        """When it was said, as far as the report tells."""
        return days_of(self.statement.said_on)

    @cached_property
    def source(self) -> frozenset[str] | None:
        """The words that name its source, as they are compared."""
        source = self.statement.source
        return frozenset(token.form for token in wording(source.text).words) if source else None

    @cached_property
    def described(self) -> frozenset[str]:
        """The words of its source that tell who that is."""
        source = self.statement.source
        return frozenset(t.form for t in wording(source.text).words if t.kind in CONTENT) if source else frozenset()


def said_in(reports: Iterable[Report], statements: Iterable[Statement], entities: Iterable[Entity]) -> tuple[Said, ...]:
    """The statements that were said, not only held, in their order."""
    by_id, known = {report.id: report for report in reports}, {one.id: one for one in entities}
    bodies = _bodies(known)
    leads = {report.id: _lead_ends(report) for report in by_id.values()}
    return tuple(_said(one, by_id.get(one.report), known, bodies, leads) for one in statements if one.mode == "said")


def _said(
    one: Statement,
    report: Report | None,
    known: Mapping[str, Entity],
    bodies: Mapping[str, frozenset[str]],
    leads: Mapping[str, int],
) -> Said:
    speaker = known.get(one.speaker) if one.speaker else None
    who = speaker if speaker is not None and speaker.type in _SPEAKING else None
    days = days_of(report.published) if report and report.published_basis != "inferred" else None
    return Said(
        statement=one,
        who=who.id if who else None,
        name=who.name.casefold() if who else "",
        is_body=who is not None and who.type != "person",
        bodies=bodies.get(who.id, frozenset()) if who else frozenset(),
        published=days,
        in_lead=one.content[0].start < leads.get(one.report, 0),
        in_headline=report is not None and report.headline is not None and _holds(report.headline, one.content[0]),
    )


def _holds(headline: Span, part: Span) -> bool:
    return headline.start <= part.start < headline.end


def _lead_ends(report: Report) -> int:
    """Where the first paragraph ends; in a text without paragraphs, the sentence that ends after `_LEAD` characters."""
    start = report.headline.end if report.headline else 0
    end = start + opening(report.text[start:])[1]
    sentence = _SENTENCE_END.search(report.text, start + _LEAD, end)
    return sentence.start() if sentence else end


def _bodies(known: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    """For each person the bodies and countries whose names stand in words that give the person a role.

    For each body those whose names stand in its own: "the Senate's budget office".
    """
    names: dict[str, list[str]] = {}
    for one in known.values():
        if one.type in ("organisation", "country"):
            for name in sorted({one.name.casefold(), *(mention.text.casefold() for mention in one.mentions)}):
                names.setdefault(countries().get(name, name), []).append(one.id)
    found = {}
    for one in known.values():
        if one.type == "person" and one.roles:
            texts = {role.mention.text for role in one.roles}
        elif one.type == "organisation":
            texts = {one.name, *(mention.text for mention in one.mentions)}
        else:
            continue
        words = {part for text in texts for part in _parts(text.casefold())}
        named = (body for part in words for body in names.get(countries().get(part, part), ()))
        found[one.id] = frozenset(named) - {one.id}
    return found


def _parts(text: str) -> set[str]:
    """All stretches of up to four words of a text."""
    words = text.replace("’s ", " ").replace("'s ", " ").replace(",", " ").split()
    return {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 5, len(words) + 1))}
