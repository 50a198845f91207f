"""Whether what a word tells happened, is planned, possible, alleged or denied, by the words that stand around it.

Modality and negation are read off the sentence (the words under which they are found stand in `data/en/status.toml`);
what a statement makes of it comes from its act.
"""

from __future__ import annotations

from functools import cache
from itertools import islice, pairwise

from onrecord.find.deeds import stem
from onrecord.find.syntax import Syntax
from onrecord.find.words import listed
from onrecord.model import Act, Status

_NEGATIONS = frozenset({"not", "never", "n't", "no", "neither", "nor", "without", "n’t"})
_CLIMB = frozenset({"xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod", "csubj", "nsubj", "conj", "compound"})
_ACCUSING: frozenset[Act] = frozenset({"allege", "criticise"})
"""Acts of statements whose deeds are only alleged.

What is merely asserted, and of nobody else, is told as it is: of 11 deeds that only statements tell so in the bundled
affair and one other, 9 had happened and none was alleged; of 4 deeds of another than the speaker one had happened."""
_HIGHEST = 3  # words above that are asked


def status_of(syntax: Syntax, word: int, is_noun: bool) -> Status:
    """The status of the deed that a word tells, as its own sentence puts it."""
    own = _own(syntax, word)
    if own != "happened":
        return own
    if is_asserted(syntax, word, is_noun):
        above = _conditional(syntax, word)
        return above if above else _told_by(syntax, word)
    for below, head in islice(pairwise([word, *syntax.above(word)]), _HIGHEST):
        if syntax.tokens[below].relation not in _CLIMB:
            break
        if by := _governing(syntax, head):
            return by
    return "happened"


def is_asserted(syntax: Syntax, word: int, is_noun: bool) -> bool:
    """Whether a verb says that it was so: it has a subject or a helper, and is no infinitive."""
    return not (is_noun or _is_infinitive(syntax, word)) and bool(syntax.below(word, "nsubj", "nsubj:pass", "aux"))


def in_statement(status: Status, act: Act, asserted: bool, of_another: bool = False) -> Status:
    """The status of a deed inside a statement, where only that statement tells it.

    Args:
        status: as its own sentence puts it.
        act: of the statement.
        asserted: whether its verb says that it was so; then no demand, promise or warning makes it less.
        of_another: whether it is the deed of somebody other than the one who says so.
    """
    if act == "deny":
        return "denied" if status in ("happened", "alleged", "possible") else status
    if status == "happened" and (of_another or act in _ACCUSING):
        return "alleged"
    if asserted and status == "happened":
        return status
    if act == "commit":
        return "planned" if status == "happened" else status
    if act in ("demand", "warn"):
        return "possible" if status in ("happened", "planned") else status
    return status


def _own(syntax: Syntax, word: int) -> Status:
    """What stands beside the word itself: its auxiliaries, its negation, its adjectives."""
    near = [
        syntax.tokens[n] for n in syntax.below(word, "aux", "advmod", "amod", "det", "cc", "compound", "mark", "case")
    ]
    words = {token.low for token in near}
    cut = _cut_negation(syntax, word)
    if words & _NEGATIONS or cut:
        return "denied"
    for status in ("alleged", "planned", "possible"):
        if words & listed("status", status, "beside"):
            return status
    return "happened"


def _cut_negation(syntax: Syntax, word: int) -> bool:
    """Whether "n't" stands in the helpers of a verb: it is cut into "don", "'", "t"."""
    for n in syntax.below(word, "aux", "aux:pass"):
        helper, *rest = (token.low for token in syntax.tokens[n : n + 3])
        if helper == "cannot" or rest in (["'", "t"], ["’", "t"]):
            return True
    return False


def _conditional(syntax: Syntax, word: int) -> Status | None:
    marks = {syntax.tokens[n].low for n in syntax.below(word, "mark")}
    return "possible" if marks & listed("status", "possible", "marks") else None


def _told_by(syntax: Syntax, word: int) -> Status:
    """What the verb says in whose that-clause the deed stands."""
    token = syntax.tokens[word]
    if token.relation == "ccomp" and token.head >= 0:
        return _governing(syntax, token.head) or "happened"
    return "happened"


def _governing(syntax: Syntax, head: int) -> Status | None:
    """What a word says of what hangs on it: "plans to", "accused of", "the threat of"."""
    found = _above().get(stem(syntax.tokens[head].low))
    if found == "planned" and {syntax.tokens[n].low for n in syntax.below(head, "advmod")} & _NEGATIONS:
        return "denied"
    if found:
        return found
    own = _own(syntax, head)
    return own if own in ("planned", "possible") else None


@cache
def _above() -> dict[str, Status]:
    """The status that each governing word gives, by its stem; the first of its lists counts."""
    order: tuple[Status, ...] = ("denied", "alleged", "planned", "possible")
    return {stem(word): status for status in reversed(order) for word in listed("status", status, "above")}


def _is_infinitive(syntax: Syntax, word: int) -> bool:
    return any(syntax.tokens[n].low == "to" for n in syntax.below(word, "mark", "case"))
