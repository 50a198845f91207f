"""Who says what in a report, by rules and network together, before it becomes the record's statements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.encoder import shipped
from onrecord.find.amendments import amended
from onrecord.find.antecedents import Antecedents
from onrecord.find.clauses import clause_attributions
from onrecord.find.direct import Direct, direct_attributions, stretches
from onrecord.find.full_names import in_full
from onrecord.find.fusion import fused
from onrecord.find.genders import genders
from onrecord.find.headlines import headline_attributions
from onrecord.find.name import Named
from onrecord.find.names import names, with_sources
from onrecord.find.passage import Paragraph, paragraphs, sentence_over
from onrecord.find.phrases import Range
from onrecord.find.plain import Plain
from onrecord.find.posts import beside_posts, posts
from onrecord.find.quotations import Quotation
from onrecord.find.reader import Reading, ReadName, trim
from onrecord.find.speakers import Speakers
from onrecord.find.stretch import Attribution, Stretch
from onrecord.find.turns import beside_turns, labelled, turns
from onrecord.find.voices import may_quote, quoted
from onrecord.model import Report

_ENDED = re.compile(r"[.!?]")


@dataclass(frozen=True)
class Attributed:
    """What a report's statements are written from."""

    body: list[Paragraph]
    plain: Plain
    reading: Reading
    named: list[Named]
    quotations: set[Quotation]
    """Those that are whole utterances."""
    sentences: list[Range]
    attributions: list[Attribution]


def attributed(report: Report) -> Attributed:
    """Read a report: its names, and who says what in it."""
    body = paragraphs(report)
    plain = Plain(report.text, body)
    reading = Reading(plain.text, shipped())
    line = (report.dateline.start, report.dateline.end) if report.dateline else None
    named = names(report.text, body, [name for one in reading.names() for name in _located(plain, one)], line)
    for paragraph in body:
        _mark_quoted(paragraph, named)
    direct = direct_attributions(report.text, body)
    attributions = _without_repeats([*direct.attributions, *_indirect(body, direct)])
    sentences = [(one.start, one.end) for paragraph in body for one in paragraph.sentences]
    heads = [p for p in body if p.is_headline]
    for head in heads:
        if not any(head.start <= one.content[0][0] < head.end for one in attributions):
            speaking = _speaking(report.text, named, sentences, attributions)
            attributions += headline_attributions(report.text, head, named, speaking)
    attributions = _without_repeats(fused(report.text, plain, attributions, reading))
    attributions = [_quoted(report.text, body, one) for one in attributions]
    shown = [*posts(report.text, body)]
    attributions = amended(report.text, body, named, attributions)
    told = turns(report.text, body, named)
    named = labelled(report.text, named, told)
    beside = beside_turns(beside_posts(report.text, attributions, shown), told)
    attributions = [_alone(report.text, one, attributions) for one in _without_repeats([*beside, *shown, *told])]
    sources = [one.source for one in attributions if one.source]
    named = with_sources(report.text, in_full(report.text, named, sources), sources)
    return Attributed(body, plain, reading, named, direct.quotations, sentences, attributions)


def antecedents(report: Report, read: Attributed) -> Antecedents:
    """Whom the pronouns and descriptions of a report that has been read may stand for."""
    told = genders(report.text, read.named, read.sentences)
    blocks = [(paragraph.start, paragraph.end) for paragraph in read.body]
    return Antecedents(report.text, read.named, read.sentences, blocks, read.plain, read.reading, told)


def _located(plain: Plain, name: ReadName) -> Iterator[ReadName]:
    for start, end in plain.theirs((name.start, name.end)):
        yield replace(name, start=start, end=end)


def _mark_quoted(paragraph: Paragraph, named: list[Named]) -> None:
    """A name inside quotation marks is no subject that a pronoun outside them could stand for."""
    for one in named:
        for name in one.names:
            if paragraph.start <= name.start < paragraph.end and paragraph.quotation_at(name.start):
                name.initial, name.quoted = False, True


def _speaking(text: str, named: list[Named], sentences: list[Range], attributions: list[Attribution]) -> set[int]:
    speakers = Speakers(text, named, sentences)
    return {n for one in attributions if (n := speakers.of(one).named) is not None}


def _indirect(body: list[Paragraph], direct: Direct) -> list[Attribution]:
    found = []
    for paragraph in body:
        for sentence in paragraph.sentences:
            before: Range | None = None
            for run, is_quoted in stretches(sentence, paragraph, direct.quotations):
                found += clause_attributions(Stretch(run, is_quoted, None if is_quoted else before), direct.taken)
                sources = [direct.taken[word.start] for word in run if word.start in direct.taken]
                before = sources[-1] if sources else before
    return found


def _quoted(text: str, body: list[Paragraph], one: Attribution) -> Attribution:
    """The attribution, by whom it is quoted from, where the one read as its source only quotes them."""
    if one.cue is None or one.source is None or not may_quote(text[slice(*one.cue)]):
        return one
    sentence = sentence_over(body, one.cue[0])
    who = quoted(text, (sentence.start, sentence.end)) if sentence else None
    return replace(one, source=who) if who else one


def _alone(text: str, one: Attribution, others: list[Attribution]) -> Attribution:
    """The attribution without a quotation that stands behind its sentence and is told by itself: "X said that it held.
    “We checked.”"."""
    start, end = one.content[0][0], one.content[-1][1]
    behind = [
        other.content[0][0]
        for other in others
        if other.cue is None and other.rule.startswith("quotation") and start < other.content[0][0] < end
    ]
    if one.cue is None or not behind or one.cue[0] > min(behind):
        return one
    parts = [(a, min(b, min(behind))) for a, b in one.content if a < min(behind)]
    found = trim(text, *parts[-1])
    is_sentence = found is not None and _ENDED.search(text, found[1], min(behind)) is not None
    is_marked = any(mark in text[start : min(behind)].rstrip(' “"') for mark in '“"')
    if found is None or not is_sentence or is_marked:
        return one
    return replace(one, content=(*parts[:-1], found))


def _without_repeats(attributions: list[Attribution]) -> list[Attribution]:
    """In the order of the text, one attribution for the same content, one with a source before one without.

    "X said in a statement that" has two reporting words for the same words said.
    """
    kept: dict[tuple[Range, ...], Attribution] = {}
    for one in sorted(attributions, key=lambda one: (one.source is None, one.cue is None)):
        kept.setdefault(one.content, one)
    return sorted(
        kept.values(),
        key=lambda one: (min(one.content[0][0], one.cue[0] if one.cue else one.content[0][0]), one.content),
    )
