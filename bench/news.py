"""Measure what a report is read to say on whole articles of real news that we marked by hand.

    python -m bench.news NEWS.jsonl.gz [--learnt] [--show KIND]

NEWS is the file of unlabelled news (Article-Bias-Prediction, Baly et al., 2020) whose ids and ranges stand in
`training/labels/statements.jsonl` and `events.jsonl`. The fifth of the articles that training never sees is measured;
`--learnt` takes the others instead, and `--show` prints what is wrong there. Each article is read by itself. Statements
are counted as those of gold stories are (`onrecord.bench.score`): a speaker is right if the entity has a mention where
the article names the one who speaks, or if nobody is named, the words for it are the same, and the entity is nobody
named elsewhere. An event is found where the words that tell it share a character.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.data import STATEMENTS, held_aside, labelled
from training.deeds import EVENTS
from training.expressions import report_of

from onrecord.bench.letters import letters, overlap
from onrecord.bench.measures import f1, pairs
from onrecord.bench.score import CLOSE, FOUND
from onrecord.find import find
from onrecord.model import Entity, Findings, Span, Statement

Ranges = list[list[int]]


class Sheet:
    """The counts of all articles, and what is to be shown of them."""

    def __init__(self, show: str | None) -> None:
        self.counts: Counter[str] = Counter()
        self._show = show

    def count(self, kind: str, verdict: str) -> None:
        """One more of a kind that came out so."""
        self.counts[f"{kind} {verdict}"] += 1

    def show(self, kind: str, *words: object) -> None:
        """Print it, if its kind was asked for."""
        if kind == self._show:
            print(*words)

    def share(self, kind: str, verdict: str) -> float:
        """The share of a kind that came out so."""
        whole = sum(n for name, n in self.counts.items() if name.rsplit(" ", 1)[0] == kind)
        return self.counts[f"{kind} {verdict}"] / max(whole, 1)

    def f1(self, kind: str) -> float:
        """F1 of those found: `gold` and `mine` are counted, and `both`."""
        return f1(*(self.counts[f"{kind} {side}"] for side in ("both", "mine", "gold"))) or 0.0


def statements(text: str, rows: Sequence[dict[str, Any]], found: Findings, sheet: Sheet) -> None:
    """Count the statements of one article."""
    gold = {str(n): _letters(text, row["content"]) for n, row in enumerate(rows)}
    mine = {one.id: _letters(text, _ranges(one.content)) for one in found.statements}
    both = pairs(gold, mine, FOUND)
    sheet.counts.update({"found gold": len(gold), "found mine": len(mine), "found both": len(both)})
    sheet.counts.update(
        {f"{kind} {side}": len(of) for kind in ("close", "attributed") for side, of in (("gold", gold), ("mine", mine))}
    )
    said = {one.id: one for one in found.statements}
    entities = {one.id: one for one in found.entities}
    named = [span for row in rows for span in row["who"] or ()]
    for n, row in enumerate(rows):
        one = said.get(both.get(str(n), ""))
        if one is None:
            sheet.show("found", "missed", _words(text, row["content"]), "|", _words(text, row["cue"]))
            continue
        nearness = overlap(gold[str(n)], mine[one.id])
        sheet.counts["close both"] += nearness >= CLOSE
        verdict = speaker(text, row, one, entities, named)
        sheet.count("speaker", verdict)
        sheet.counts["attributed both"] += verdict == "right" and nearness >= CLOSE
        if row["sure"] and row["cue"]:
            sheet.count("act", "right" if one.act == row["act"] else "wrong")
        if verdict != "right":
            source = one.source.text if one.source else None
            name = entities[one.speaker].name if one.speaker else None
            known = None if row["who"] is None else _words(text, row["who"][:1])
            sheet.show(
                "speaker",
                f"[{verdict}] {known} / {name} <{source}> {one.speaker_why} |",
                _words(text, row["content"])[:80],
            )
    for key in mine.keys() - both.values():
        cue = said[key].cue
        sheet.show("found", "false ", " … ".join(part.text for part in said[key].content), "|", cue and cue.text)


def speaker(text: str, row: dict[str, Any], one: Statement, entities: dict[str, Entity], named: Ranges) -> str:
    """Whether the speaker of a statement is "right", "wrong" or "null" where the label knows more.

    Args:
        text: the article's text.
        row: the label.
        one: the statement.
        entities: those of the article by id.
        named: where the article names any that speak in it.
    """
    if one.speaker is None:
        return "right" if row["who"] is None else "null"
    mine = entities[one.speaker]
    if row["who"] is None:
        return "wrong"
    if row["who"]:
        return "right" if _meets(mine, row["who"]) else "wrong"
    source = _letters(text, row["source"])
    words = [*([one.source] if one.source else []), *mine.mentions]
    is_same = any(overlap(source, _letters(text, _ranges((span,)))) >= CLOSE for span in words)
    is_named = mine.type not in ("unnamed", "group")  # "NAME's aides" are not NAME
    return "right" if is_same and not (is_named and _meets(mine, named)) else "wrong"


def events(text: str, rows: Sequence[dict[str, Any]], found: Findings, sheet: Sheet) -> None:
    """Count the mentions of events of one article."""
    gold = {str(n): _letters(text, [row["trigger"]]) for n, row in enumerate(rows)}
    mine = {str(n): _letters(text, [list(one.mention.trigger)]) for n, one in enumerate(found.events)}
    both = pairs(gold, mine, 0.1)
    sheet.counts.update({"event gold": len(gold), "event mine": len(mine), "event both": len(both)})
    entities = {one.id: one for one in found.entities}
    for n, row in enumerate(rows):
        if str(n) not in both:
            sheet.show("event", "missed", row["type"], row["status"], _words(text, [row["clause"]]))
            continue
        one = found.events[int(both[str(n)])]
        sheet.count("type", "right" if one.type == row["type"] else "wrong")
        sheet.count("status", "right" if one.status == row["status"] else "wrong")
        for kind in ("agent", "patient"):
            verdict = party(row[kind], getattr(one, kind), entities)
            sheet.count(kind, verdict)
            if verdict in ("null", "wrong"):
                own = getattr(one, kind)
                known = _words(text, row[kind][:1]) if row[kind] else None
                sheet.show(
                    kind, f"[{verdict}] {known} / {entities[own].name if own else None} |", one.mention.text[:80]
                )
        if one.type != row["type"] or one.status != row["status"]:
            sheet.show("event", "typed ", row["type"], one.type, row["status"], one.status, one.mention.text)
    for key in mine.keys() - both.values():
        sheet.show("event", "false ", found.events[int(key)].type, found.events[int(key)].mention.text)


def party(named: Ranges | None, own: str | None, entities: dict[str, Entity]) -> str:
    """Whether a party is "right", "wrong", or "null" where the label names one; "none" where nobody is told."""
    if named is None:
        return "none" if own is None else "invented"
    if own is None:
        return "null"
    return "right" if _meets(entities[own], named) else "wrong"


def _meets(mine: Entity, named: Ranges) -> bool:
    return any(span.start < end and start < span.end for span in mine.mentions for start, end in named)


def _ranges(spans: Sequence[Span]) -> Ranges:
    return [[span.start, span.end] for span in spans]


def _letters(text: str, ranges: Ranges) -> frozenset[int]:
    return frozenset(at for start, end in ranges for at in letters(text, start, end))


def _words(text: str, ranges: Ranges) -> str:
    return " … ".join(text[start:end] for start, end in ranges)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--learnt", action="store_true", help="the articles that training sees")
    parser.add_argument("--show", choices=("speaker", "found", "event", "agent", "patient"))
    parser.add_argument("--most", type=int, default=10**9, help="articles, at most")
    args = parser.parse_args()
    told = {one["id"]: rows for one, rows in labelled(EVENTS, args.news)}
    sheet, count = Sheet(args.show if args.learnt else None), 0
    for article, rows in labelled(STATEMENTS, args.news):
        if held_aside(article["id"]) == args.learnt or count == args.most:
            continue
        count += 1
        found = find(report_of(article["id"], article["text"]))
        statements(article["text"], rows, found, sheet)
        if article["id"] in told:
            events(article["text"], told[article["id"]], found, sheet)
    print(f"{count} articles, {sheet.counts['found gold']} statements, {sheet.counts['event gold']} mentions of events")
    print("F1", *(f"{kind} {sheet.f1(kind):.3f}" for kind in ("found", "close", "attributed", "event")))
    for kind, verdicts in SHARES.items():
        print(kind, *(f"{verdict} {sheet.share(kind, verdict):.3f}" for verdict in verdicts))


SHARES = {
    "speaker": ("right", "wrong", "null"),
    "act": ("right",),
    "type": ("right",),
    "status": ("right",),
    "agent": ("right", "none", "wrong", "invented", "null"),
    "patient": ("right", "none", "wrong", "invented", "null"),
}

if __name__ == "__main__":
    main()
