"""What a headline or first paragraph tells was said, and the quotation in which its report gives the words.

"The mill denied the charge" and, further down, "Nothing left our gates": the words have little in common, and still
the report tells one act of speaking twice. The quotation is the first of the same speaker behind that paragraph that is
the same kind of act; a charge has none, since reports tell other words of the accuser.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from onrecord.match.candidates import days_fit, is_charge, one_speaker
from onrecord.match.likeness import Likeness
from onrecord.match.said import Said
from onrecord.match.wording import denies
from onrecord.wordlists import table

_SCORE = 0.8
"""Score of such a pair. Of 32 in 160 articles of PolNeAR's training part, read one by one, 27 are right. Of 37 in
affairs and stories with labels these list 14; of 31 by which a lead tells a plain statement 4, so that it has none."""


def leads(said: Iterable[Said], known: Set[str]) -> Iterator[tuple[Said, Said, Likeness]]:
    """The leads that tell what was said, each with the first quotation behind them that may be its words.

    Args:
        said: all statements.
        known: the ids of those leads of which the report gives the words elsewhere, as the words show.
    """
    by_report: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_report[one.statement.report].append(one)
    for told in by_report.values():
        in_order = sorted(told, key=lambda one: one.statement.content[0].start)
        behind = [one for one in in_order if not one.in_lead and one.statement.form != "indirect"]
        for lead in in_order:
            if lead.in_lead and lead.statement.id not in known and (quoted := _quoted(lead, behind)):
                yield lead, quoted, Likeness(_SCORE, 0, f"the lead tells what they {lead.statement.act}")


def _quoted(lead: Said, behind: Sequence[Said]) -> Said | None:
    """The first quotation of the speaker of a lead, if it is the same kind of act."""
    if lead.statement.act == "assert" or is_charge(lead.statement):
        return None
    fitting = (one for one in behind if one_speaker(lead, one) and days_fit(lead, one))
    return next((one for one in fitting if _is_same_act(lead, one)), None)


def _is_same_act(lead: Said, quoted: Said) -> bool:
    """Whether a quotation is the act that a lead tells: by its own act, or a plain one by the words that go with it."""
    act = lead.statement.act
    if quoted.statement.act != "assert":
        return quoted.statement.act == act
    told = {token.text for one in quoted.sentences for token in one.words}
    has_words = not told.isdisjoint(table("leads").get(act, "").split())
    return has_words or (act == "deny" and denies(" ".join(one.text for one in quoted.sentences)))
