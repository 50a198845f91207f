"""Who does it to whom, where and how far its clause reaches, read off how the words of a sentence hang together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.find.deeds import stem
from onrecord.find.syntax import Syntax
from onrecord.find.words import listed

_OUTSIDE = frozenset(
    {"nsubj", "csubj", "punct", "cc", "conj", "parataxis", "appos", "acl:relcl", "discourse", "mark", "ccomp", "advcl"}
)
"""Relations of what hangs on a verb and is no part of the words that tell what was done."""
_LINKED = frozenset({"xcomp", "conj", "advcl", "acl"})
"""Relations by which a verb without a subject takes that of the verb that it hangs on."""
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_STEPS = 4  # verbs that are climbed in search of a subject
_LONGEST = 30  # words of a mention
_OF_WHOM = frozenset({"of", "on", "against", "for", "to", "with"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True)
class Parties:
    """The head words of those who do it, and of those to whom it is done; None where the sentence does not say."""

    agent: int | None
    patient: int | None


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is in the passive, or a participle behind the noun that it is done to."""
    if syntax.below(verb, "aux:pass", "nsubj:pass", "obl:agent"):
        return True
    token = syntax.tokens[verb]
    return token.relation == "acl" and token.low.endswith("ed") and not syntax.below(verb, "obj")


def of_verb(syntax: Syntax, verb: int) -> Parties:
    """The parties of a deed that a verb tells."""
    objects = syntax.below(verb, "obj")
    subject = _subject(syntax, verb)
    if is_passive(syntax, verb):
        by = syntax.below(verb, "obl:agent") or _after(syntax, verb, "by")
        return Parties(by[0] if by else None, subject)
    return Parties(subject, objects[0] if objects else _governed(syntax, verb))


def beside(syntax: Syntax, verb: int) -> Parties:
    """The names right before and right behind an active verb, turned round for a passive one.

    For sentences whose words the network hangs together wrongly: nothing but helpers and adverbs stands between.
    """
    tokens = syntax.tokens
    before = verb - 1
    while before >= 0 and (
        tokens[before].tag in ("AUX", "ADV") or tokens[before].low in listed("words", "auxiliaries")
    ):
        before -= 1
    subject = before if before >= 0 and tokens[before].tag == "PROPN" else None
    if is_passive(syntax, verb):
        return Parties(None, subject)
    behind = verb + 1
    return Parties(subject, behind if behind < len(tokens) and tokens[behind].tag == "PROPN" else None)


def of_noun(syntax: Syntax, noun: int, passive: bool) -> Parties:
    """The parties of a deed that a noun tells: "Canada's arrest of X", "the arrest of X by Y", "US sanctions on Y".

    Args:
        syntax: the text's words.
        noun: the noun.
        passive: whether what follows "of" is the one to whom it is done ("the arrest of X"), not the doer.
    """
    by = _after(syntax, noun, "by")
    owners = syntax.below(noun, "nmod:poss") or syntax.below(noun, "amod", "compound")
    behind = [n for n in syntax.children[noun] if n > noun and _preposition(syntax, n) in _OF_WHOM]
    of = [n for n in behind if _preposition(syntax, n) == "of"]
    if of and not passive:
        others = [n for n in behind if n not in of]
        return Parties(of[0], others[0] if others else None)
    agent = by[0] if by else owners[0] if owners else None
    patient = behind[0] if behind else None
    return _of_light_verb(syntax, noun, Parties(agent, patient))


def _of_light_verb(syntax: Syntax, noun: int, own: Parties) -> Parties:
    """The parties of a noun that is the object of a verb: "the state imposed sanctions", "Vance faces charges"."""
    token = syntax.tokens[noun]
    if token.relation != "obj" or token.head < 0:
        return own
    verb = token.head
    subject = _subject(syntax, verb)
    if stem(syntax.tokens[verb].low) in _undergone():
        return Parties(own.agent, own.patient if own.patient is not None else subject)
    return Parties(own.agent if own.agent is not None else subject, own.patient)


@cache
def _undergone() -> frozenset[str]:
    return frozenset(map(stem, listed("events_formal", "undergo")))


def clause(syntax: Syntax, word: int, is_noun: bool) -> tuple[int, int]:
    """The words that tell a deed, as a half-open range of word numbers: the verb with its helpers and what it governs,
    or the noun with its own phrase; in one piece around the word, at most so many words."""
    if is_noun:
        inside = set(syntax.under(word, _OUTSIDE - {"nsubj"} | {"obl:unmarked"}))
    else:
        inside = set(syntax.under(word, _OUTSIDE | {"nsubj:pass"}))
        inside |= set(syntax.below(word, "aux", "aux:pass"))
    first = last = word
    while first - 1 in inside or (first - 2 in inside and _is_glue(syntax, first - 1)):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and _is_glue(syntax, last + 1)):
        last += 1
    while last > word and syntax.tokens[last].tag in ("PUNCT", "ADP", "CCONJ", "SCONJ", "DET"):
        last -= 1
    while first < word and syntax.tokens[first].tag in ("PUNCT", "ADP", "CCONJ", "SCONJ"):
        first += 1
    return max(first, word - _LONGEST), min(last + 1, word + _LONGEST)


def _is_glue(syntax: Syntax, word: int) -> bool:
    """Whether a mark stands inside a word or a name ("5G-ready", "Mr. X") rather than between clauses."""
    return syntax.tokens[word].text in "-–’'\"“”.$£€&/"


def _subject(syntax: Syntax, verb: int) -> int | None:
    """The subject of a verb: its own, or that of the verb that it hangs on; of a relative pronoun what it means."""
    for _ in range(_STEPS):
        own = syntax.below(verb, *_SUBJECTS) or _loose(syntax, verb)
        if own:
            return _meant(syntax, own[0], verb)
        token = syntax.tokens[verb]
        if token.head < 0:
            return None
        if token.relation == "acl":
            return token.head
        if token.relation not in _LINKED:
            return None
        if token.relation == "xcomp" and (objects := syntax.below(token.head, "obj", "iobj")):
            return objects[0]
        verb = token.head
    return None


def _loose(syntax: Syntax, verb: int) -> list[int]:
    """The subject before a verb, where the network hung it on nothing: "Vance, the mayor, was"."""
    tokens = syntax.tokens
    for n in range(verb - 1, max(verb - _LONGEST, -1), -1):
        if tokens[n].relation in _SUBJECTS or tokens[n].text in ".!?;":
            return [n] if tokens[n].relation in _SUBJECTS and tokens[n].head < 0 else []
    return []


def _meant(syntax: Syntax, subject: int, verb: int) -> int:
    """The word that a relative pronoun stands for, or the word itself."""
    token = syntax.tokens[verb]
    is_relative = syntax.tokens[subject].low in _RELATIVES and token.relation == "acl:relcl" and token.head >= 0
    return token.head if is_relative else subject


def _governed(syntax: Syntax, verb: int) -> int | None:
    """Who or what stands behind a verb's preposition: "met with X", "retaliated against X"."""
    found = [n for n in syntax.below(verb, "obl", "iobj") if _preposition(syntax, n) in _OF_WHOM]
    return found[0] if found else None


def _after(syntax: Syntax, word: int, preposition: str) -> list[int]:
    return [n for n in syntax.below(word, "obl", "obl:agent", "nmod") if _preposition(syntax, n) == preposition]


def _preposition(syntax: Syntax, word: int) -> str:
    found = syntax.below(word, "case")
    return syntax.tokens[found[0]].low if found else ""
