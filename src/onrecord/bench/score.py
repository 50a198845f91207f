"""The figures of one story: a record held against gold.

Spans are compared as characters, white space, punctuation and quotation marks left out. Statements are paired one to
one, greedily, by overlap (F1 of characters) of their content. The headline figure is "attributed statements F1": a
pair counts when content overlaps by at least 0.8 and the speaker is right. Rates ("right", "wrong", "null",
"invented") are over the found statements or events, and None where there is nothing to judge.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from onrecord.bench.across import conflicts_found, positions, same_utterance
from onrecord.bench.gold import Gold
from onrecord.bench.gold_side import gold_story
from onrecord.bench.identity import Identity, named_entities
from onrecord.bench.letters import overlap
from onrecord.bench.measures import Rows, f1, pairs, share, united
from onrecord.bench.record_side import record_story, spans_that_differ
from onrecord.bench.story import UNDATED, Story, StoryReport, StoryStatement
from onrecord.model import Record

FOUND = 0.5
"""Least overlap of content at which a statement counts as found."""
CLOSE = 0.8
"""Least overlap of content at which its extent counts as right, give or take a word."""
EVENT_FOUND = 0.2
"""Least overlap of all mentions at which an event counts as found: how many of its mentions are told varies much."""

LESS_IS_BETTER = frozenset(
    {
        "spans that differ from their source",
        "speaker wrong",
        "speaker null",
        "speaker invented",
        "not found",
        "said_on invented",
        "event date invented",
        "dated wrongly, by week",
        "dated wrongly, by month",
        "dated wrongly, in turn",
        "dated wrongly, all",
    }
)
"""Figures of which the lower is the better; of all others the higher is."""

_NO_REPORT = StoryReport(headline=frozenset(), noise=frozenset(), outlet=None, published=UNDATED, dated=False)


class Found(msgspec.Struct, frozen=True):
    """The statements of gold that a record has, paired with its own."""

    ids: Mapping[str, str]
    """{gold id: my id}"""
    both: tuple[tuple[StoryStatement, StoryStatement], ...]
    """The statements themselves, as (gold, mine)."""

    @classmethod
    def of(cls, gold: Story, mine: Story) -> Found:
        """The pairs of these two stories."""
        theirs = {one: statement.content for one, statement in gold.statements.items()}
        ours = {one: statement.content for one, statement in mine.statements.items()}
        ids = pairs(theirs, ours, FOUND)
        return cls(ids, tuple((gold.statements[a], mine.statements[b]) for a, b in ids.items()))


def score(gold: Gold, texts: Mapping[str, str], record: Record) -> Rows:
    """Every figure of a record against the gold of its reports; `texts` are these by file stem.

    Raises:
        MalformedInput: gold quotes what is in no report, or an id or file of the record occurs twice.
    """
    theirs, ours = gold_story(gold, texts), record_story(record, texts)
    found, identity = Found.of(theirs, ours), Identity.of(theirs, ours)
    return (
        {"spans that differ from their source": spans_that_differ(record, texts)}
        | _statements(theirs, ours, found, identity)
        | _parts(found)
        | _speakers(found, identity)
        | _kinds(found)
        | _reports(theirs, ours)
        | {"entities B-cubed F1": named_entities(theirs, ours)}
        | {"same utterance F1": same_utterance(theirs, ours, _back(found))}
        | _events(theirs, ours, identity)
        | {"positions F1": positions(theirs, ours, _back(found))}
        | _conflicts(theirs, ours)
    )


def _back(found: Found) -> dict[str, str]:
    return {mine: gold for gold, mine in found.ids.items()}


def _statements(gold: Story, mine: Story, found: Found, identity: Identity) -> Rows:
    close = [(g, m) for g, m in found.both if overlap(g.content, m.content) >= CLOSE]
    attributed = sum(identity.speaker(g, m) == "right" for g, m in close)
    theirs, ours = len(gold.statements), len(mine.statements)
    return {
        "attributed statements F1": f1(attributed, ours, theirs),
        "statements found F1": f1(len(found.both), ours, theirs),
        "statements recall": len(found.both) / theirs if theirs else None,
        "statements precision": len(found.both) / ours if ours else 0.0,
        "statements close F1": f1(len(close), ours, theirs),
    }


def _parts(found: Found) -> Rows:
    return {
        "content exact": share(g.content == m.content for g, m in found.both),
        "source right": share(overlap(g.source, m.source) >= 0.5 for g, m in found.both),
        "cue right": share(overlap(g.cue, m.cue) >= 0.5 for g, m in found.both),
    }


def _speakers(found: Found, identity: Identity) -> Rows:
    verdicts = [identity.speaker(g, m) for g, m in found.both]
    return {
        f"speaker {verdict}": share(given == verdict for given in verdicts) for verdict in ("right", "wrong", "null")
    }


def _kinds(found: Found) -> Rows:
    dated = [(g, m) for g, m in found.both if g.said_on != UNDATED]
    undated = [m for g, m in found.both if g.said_on == UNDATED]
    return {
        "act right": share(g.act == m.act for g, m in found.both),
        "form right": share(g.form == m.form for g, m in found.both),
        "relay right": share(_relay_named(g, m) for g, m in found.both if g.relayed_by),
        "said_on right": share(m.said_on <= g.said_on for g, m in dated),
        "said_on invented": share(m.said_on != UNDATED for m in undated),
    }


def _relay_named(gold: StoryStatement, mine: StoryStatement) -> bool:
    """One name holds the other: "Reuters" is "the Reuters news agency"."""
    return any(a in b or b in a for a in gold.relayed_by for b in mine.relayed_by)


def _reports(gold: Story, mine: Story) -> Rows:
    both = [(report, mine.reports.get(stem, _NO_REPORT)) for stem, report in gold.reports.items()]
    theirs = united(report.noise for report in gold.reports.values())
    ours = united(report.noise for report in mine.reports.values())
    return {
        "report dates right": share(m.published <= g.published for g, m in both if g.dated),
        "headline right": share(m is not _NO_REPORT and overlap(g.headline, m.headline) >= 0.9 for g, m in both),
        "outlet right": share(
            (m.outlet or "").casefold() == g.outlet.casefold() for g, m in both if g.outlet is not None
        ),
        "noise F1": f1(len(theirs & ours), len(ours), len(theirs)),
    }


def _events(gold: Story, mine: Story, identity: Identity) -> Rows:
    theirs = {one: event.mentions for one, event in gold.events.items()}
    ours = {one: event.mentions for one, event in mine.events.items()}
    both = [(gold.events[a], mine.events[b]) for a, b in pairs(theirs, ours, EVENT_FOUND).items()]
    return {
        "events F1": f1(len(both), len(ours), len(theirs)),
        "events recall": len(both) / len(theirs) if theirs else None,
        "event type right": share(g.type == m.type for g, m in both),
        "event status right": share(g.status == m.status for g, m in both),
        "event agent right": share(identity.party(g.agent, m.agent) for g, m in both),
        "event patient right": share(identity.party(g.patient, m.patient) for g, m in both),
        "event date right": share(m.date <= g.date for g, m in both if g.date != UNDATED),
        "event date invented": share(m.date != UNDATED for g, m in both if g.date == UNDATED),
    }


def _conflicts(gold: Story, mine: Story) -> Rows:
    found = conflicts_found(gold, mine)
    return {
        "conflicts recall": found / len(gold.conflicts) if gold.conflicts else None,
        "conflicts precision": found / len(mine.conflicts) if mine.conflicts else None,
    }
