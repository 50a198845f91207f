"""Who does it to whom, where and how far its clause reaches, read off how the words of a sentence hang together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.find.deeds import Deed, stem
from onrecord.find.places import places
from onrecord.find.subjects import is_passive, subject
from onrecord.find.syntax import Syntax
from onrecord.find.words import listed

_OUTSIDE = frozenset(
    {"nsubj", "csubj", "punct", "cc", "conj", "parataxis", "appos", "acl:relcl", "discourse", "mark", "ccomp", "advcl"}
)
"""Relations of what hangs on a verb and is no part of the words that tell what was done."""
_LONGEST = 30  # words of a mention
_NO_PARTY = frozenset({"compound", "nmod:poss"})
"""Relations of a name before a word that is no verb: "the Lamm arrest"."""
_PHRASE = 9  # words of the longest noun phrase that is looked at behind a verb
_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "PRON"})
_AGAINST = frozenset({"ACCUSE", "SANCTION", "COERCE", "ASSAULT"})
"""Types of deeds that are done against somebody."""
_OF_WHOM = frozenset({"of", "on", "against", "for", "to", "with"})
_OCCASIONS = frozenset({"for", "in", "at", "during", "after", "before", "on", "to", "from"})
"""Prepositions by which a deed told by a noun hangs on what those who take part in it do meanwhile."""


@dataclass(frozen=True)
class Parties:
    """The head words of those who do it, and of those to whom it is done; None where the sentence does not say."""

    agent: int | None
    patient: int | None


def of_verb(syntax: Syntax, verb: int) -> Parties:
    """The parties of a deed that a verb tells."""
    who = subject(syntax, verb)
    objects = [n for n in syntax.below(verb, "obj") if n != who]
    if is_passive(syntax, verb):
        return Parties(_by_whom(syntax, verb), who)
    patient = objects[0] if objects else _governed(syntax, verb)
    return Parties(who, patient if patient != who else None)


def _by_whom(syntax: Syntax, verb: int) -> int | None:
    """By whom something is done: "by X", "on the order of X"; the words right behind the verb count first."""
    tokens = syntax.tokens
    for n in range(verb + 1, min(verb + 3, len(tokens))):
        if tokens[n].low == "by" and tokens[n].head > n:
            return tokens[n].head
        if tokens[n].tag != "ADV":
            break
    by = syntax.below(verb, "obl:agent") or _after(syntax, verb, "by")
    if by:
        return by[0]
    orders = [n for n in syntax.below(verb, "obl") if tokens[n].low in listed("events_formal", "by order")]
    givers = [n for order in orders for n in syntax.below(order, "nmod", "nmod:poss")]
    return givers[0] if givers else None


def beside(syntax: Syntax, verb: int) -> Parties:
    """The name right before and the noun phrase right behind an active verb, turned round for a passive one.

    For sentences whose words the network hangs together wrongly: nothing but helpers and adverbs stands between.
    """
    tokens = syntax.tokens
    before = verb - 1
    while before >= 0 and (
        tokens[before].tag in ("AUX", "ADV") or tokens[before].low in listed("words", "auxiliaries")
    ):
        before -= 1
    is_name = before >= 0 and tokens[before].tag == "PROPN" and tokens[before].relation not in _NO_PARTY
    who = before if is_name else None
    if is_passive(syntax, verb):
        return Parties(None, who)
    return Parties(who, _phrase_behind(syntax, verb))


def _phrase_behind(syntax: Syntax, verb: int) -> int | None:
    """The head of the noun phrase right behind a verb: "charged the ship's captain, X"; None if there is none."""
    head = None
    for n in range(verb + 1, min(verb + _PHRASE, len(syntax.tokens))):
        token = syntax.tokens[n]
        if token.tag in _NOMINAL:
            head = n
        elif token.tag not in _BEFORE_NOUN and token.low not in ("'", "’", "s"):
            break
    return head


def of_noun(syntax: Syntax, noun: int, deed: Deed) -> Parties:
    """The parties of a deed that a noun tells: "Canada's arrest of X", "the arrest of X by Y", "X's arrest".

    Args:
        syntax: the text's words.
        noun: the noun.
        deed: what it tells.
    """
    behind = [n for n in syntax.children[noun] if n > noun and _preposition(syntax, n) in _OF_WHOM]
    of = [n for n in behind if _preposition(syntax, n) == "of"]
    if of and deed.lemma in listed("events_formal", "by whom"):
        others = [n for n in behind if n not in of]
        return Parties(of[0], others[0] if others else None)
    between = [n for n in syntax.children[noun] if n > noun and _preposition(syntax, n) == "between"]
    if between:
        return Parties(between[0], next(iter(syntax.below(between[0], "conj")), None))
    by, owner = _after(syntax, noun, "by"), _owner(syntax, noun)
    patient = next(iter(of or behind), None)
    if owner is not None and patient is None and not by and _is_done_to(syntax, owner, deed):
        return _of_governing_verb(syntax, noun, Parties(None, owner))
    return _of_governing_verb(syntax, noun, Parties(by[0] if by else owner, patient))


def _is_done_to(syntax: Syntax, owner: int, deed: Deed) -> bool:
    """Whether what stands before a noun is what the deed is done to: "Vance's arrest", "the Tolland ban"; a state is
    not ("Canada's arrest", "the US ban")."""
    token = syntax.tokens[owner]
    if token.text in places():
        return False
    return deed.lemma in listed("events_formal", "done to") or (token.relation == "compound" and deed.type in _AGAINST)


def _owner(syntax: Syntax, noun: int) -> int | None:
    """Whose deed a noun tells by what stands before it: "Vance's visit", "the Norwegian ban", "US sanctions"."""
    owners = syntax.below(noun, "nmod:poss")
    if owners:
        return owners[0]
    for n in syntax.below(noun, "amod", "compound"):
        token = syntax.tokens[n]
        if n < noun and (token.text in places() or token.tag == "PROPN"):
            return n
    if noun > 2 and syntax.tokens[noun - 1].low == "s" and syntax.tokens[noun - 2].text in "'’":
        return noun - 3  # the network hung it elsewhere
    return None


def _of_governing_verb(syntax: Syntax, noun: int, own: Parties) -> Parties:
    """The parties of a noun that a verb governs: "the state imposed sanctions", "Vance faces charges", "sanctions were
    imposed by the state", "Vance flew in for talks"."""
    token = syntax.tokens[noun]
    if token.head < 0:
        return own
    verb = token.head
    if token.relation == "nsubj:pass":
        return _filled(own, Parties(_by_whom(syntax, verb), None))
    if token.relation in ("obl", "nmod") and _preposition(syntax, noun) in _OCCASIONS:
        if stem(token.low) not in _stems("occasions"):
            return own
        over = syntax.tokens[verb]
        if over.tag == "NOUN" and over.relation in ("obj", "obl") and over.head >= 0:
            verb = over.head  # "posed for a photo during a visit"
        return own if is_passive(syntax, verb) else _filled(own, Parties(subject(syntax, verb), None))
    if token.relation != "obj":
        return own
    who = subject(syntax, verb)
    if stem(syntax.tokens[verb].low) in _stems("undergo"):
        return _filled(own, Parties(None, who))
    return _filled(own, Parties(who, None)) if stem(syntax.tokens[verb].low) in _stems("makes") else own


def _filled(own: Parties, other: Parties) -> Parties:
    """Some parties, what they lack taken from others."""
    return Parties(
        own.agent if own.agent is not None else other.agent, own.patient if own.patient is not None else other.patient
    )


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, listed("events_formal", name)))


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


def _governed(syntax: Syntax, verb: int) -> int | None:
    """Who or what stands behind a verb's preposition: "met with X", "retaliated against X"."""
    found = [n for n in syntax.below(verb, "obl", "iobj") if _preposition(syntax, n) in _OF_WHOM]
    return found[0] if found else None


def _after(syntax: Syntax, word: int, preposition: str) -> list[int]:
    return [n for n in syntax.below(word, "obl", "obl:agent", "nmod") if _preposition(syntax, n) == preposition]


def _preposition(syntax: Syntax, word: int) -> str:
    found = syntax.below(word, "case", "mark")
    return syntax.tokens[found[0]].low if found else ""
