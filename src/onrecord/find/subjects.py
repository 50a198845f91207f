"""Whose deed a verb tells: its own subject, that of the verb or noun that governs it, what a relative pronoun means."""

from __future__ import annotations

from functools import cache

from onrecord.find.deeds import stem
from onrecord.find.syntax import Syntax
from onrecord.find.words import listed

SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_LINKED = frozenset({"xcomp", "conj", "advcl", "acl", "ccomp", "obl"})
"""Relations by which a verb without a subject takes that of the verb that it hangs on."""
_FINITE = frozenset({"ccomp", "obl"})
"""Those by which it does so only where it is a gerund: "accused of having hidden it", "by hiding it"."""
_STEPS = 4  # verbs that are climbed in search of a subject
_REACH = 30  # words before a verb in which a subject is looked for that hangs on nothing
_OF_OBJECTS = frozenset({"of", "from", "for", "with", "into", "against"})
"""Prepositions before a deed of the verb's object: "accused X of hiding", "sued X for copying", "tricked X into"."""
_PRONOUNS = frozenset({"i", "we", "he", "she", "they"})
"""Those that are nothing but subjects."""
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def is_passive(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is in the passive, or a participle behind the noun that it is done to."""
    helpers = {syntax.tokens[n].low for n in syntax.below(verb, "aux", "aux:pass")}
    if helpers & listed("words", "be"):
        return not syntax.tokens[verb].low.endswith("ing")
    if helpers:
        return False  # "had lost": whatever the network makes of the subject
    if syntax.below(verb, "nsubj:pass", "obl:agent"):
        return True
    token = syntax.tokens[verb]
    if not token.low.endswith("ed") or syntax.below(verb, "obj"):
        return False
    if token.relation == "conj" and token.head >= 0 and not syntax.below(verb, *SUBJECTS):  # "was asked and released"
        head = syntax.tokens[token.head]
        return head.relation != "conj" and head.low.endswith("ed") and is_passive(syntax, token.head)
    return token.relation == "acl" and not syntax.below(verb, "nsubj")


def subject(syntax: Syntax, verb: int, steps: int = _STEPS) -> int | None:
    """The subject of a verb: its own, or that of what it hangs on; of a relative pronoun what it means.

    Args:
        syntax: the text's words.
        verb: the verb.
        steps: verbs and nouns that may be climbed, among which a loop may be.
    """
    for step in range(steps):
        own = syntax.below(verb, *SUBJECTS) or _beside(syntax, verb)
        if own:
            return meant(syntax, own[0], verb)
        token = syntax.tokens[verb]
        is_linked = token.head >= 0 and token.relation in _LINKED
        if is_linked and token.relation != "conj" and (governed := _governed(syntax, token.head, verb)) is not None:
            return governed
        loose = _loose(syntax, verb)
        if loose is not None:
            return loose
        if not is_linked or (token.relation in _FINITE and not _is_gerund(syntax, verb)):
            return None  # a subject of its own, which the network hung elsewhere
        head = syntax.tokens[token.head]
        if token.relation == "conj" and head.relation in ("aux", "aux:pass"):
            verb = next((n for n in range(token.head + 1, verb) if syntax.tokens[n].tag == "VERB"), token.head)
            continue  # the network hung it on the helper of the verb before
        if head.tag not in _PREDICATES and (token.relation == "acl" or _opening(syntax, verb) == "to"):
            return _of_noun(syntax, verb, token.head, steps - step - 1)
        verb = token.head
    return None


def meant(syntax: Syntax, word: int, verb: int) -> int:
    """The word that a relative pronoun stands for, or the word itself.

    The noun on which the clause hangs; where the network hung it on a word behind the pronoun, the noun before it.
    """
    token = syntax.tokens[verb]
    if syntax.tokens[word].low not in _RELATIVES or token.relation == "ccomp":
        return word
    if token.relation == "acl:relcl" and 0 <= token.head < word:
        return token.head
    before = word - 1 - (word > 0 and syntax.tokens[word - 1].text == ",")
    if before < 0 or syntax.tokens[before].tag not in _NOUNS:
        return word
    while (over := syntax.tokens[before].head) >= 0 and over < before and _leads_on(syntax, before):
        before = over
    return before


def _leads_on(syntax: Syntax, noun: int) -> bool:
    """Whether not a word itself but what it hangs on is what a relative pronoun behind it means: a part of a name, the
    place in "the spill in the Orne, which"."""
    token = syntax.tokens[noun]
    if token.relation == "nmod" and token.tag == "PROPN":
        return bool({syntax.tokens[n].low for n in syntax.below(noun, "case")} & {"in", "at", "near", "of", "from"})
    return token.relation in ("flat", "compound", "appos")


def _governed(syntax: Syntax, head: int, verb: int) -> int | None:
    """Whom a verb makes the subject of what hangs on it: "asked X to pay", "accused X of hiding", "called on X to"."""
    tokens = syntax.tokens
    objects = [n for n in (*syntax.below(head, "obj", "iobj"), *syntax.below(verb, "obj")) if head < n < verb]
    if objects and stem(tokens[objects[0]].low) in _stems("to do"):
        return None  # "signed an order to close": what governs it does both
    if objects and (tokens[verb].relation == "xcomp" or _opening(syntax, verb) in _OF_OBJECTS):
        return objects[0]
    if _opening(syntax, verb) == "to" and stem(tokens[head].low) in _stems("called on"):
        called = [n for n in syntax.below(head, "obl", "obj") if head < n < verb]
        return called[-1] if called else None
    return None


def _is_gerund(syntax: Syntax, verb: int) -> bool:
    """Whether a verb ends in -ing, or its helper does, and no form of "be" makes a tense of it."""
    helpers = [syntax.tokens[n].low for n in syntax.below(verb, "aux", "aux:pass")]
    if set(helpers) & listed("words", "be") - {"being", "been"}:
        return False
    return any(word.endswith("ing") for word in (syntax.tokens[verb].low, *helpers))


def _opening(syntax: Syntax, verb: int) -> str:
    """The word right before a verb, quotation marks left out: "to", "of", "from"."""
    before = verb - 1
    while before > 0 and syntax.tokens[before].tag in ("PUNCT", "ADV"):
        before -= 1
    return syntax.tokens[before].low if before >= 0 else ""


def _of_noun(syntax: Syntax, verb: int, noun: int, steps: int) -> int | None:
    """Whose deed a verb tells that hangs on a noun: the noun itself does it ("a firm selling X"); of an infinitive
    it is whoever has the plan or right, or the subject of the verb that governs the noun ("made a plan to sell")."""
    if _opening(syntax, verb) != "to":
        return noun
    owners = syntax.below(noun, "nmod:poss")
    token = syntax.tokens[noun]
    if owners:
        return owners[0]
    if token.relation in ("obj", "obl") and token.head >= 0 and syntax.tokens[token.head].tag in _PREDICATES:
        return None if is_passive(syntax, token.head) else subject(syntax, token.head, steps)
    return None if stem(token.low) in _stems("to do") else noun


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, listed("events_formal", name)))


def _beside(syntax: Syntax, verb: int) -> list[int]:
    """A pronoun right before a verb that is nothing but a subject, wherever the network hung it."""
    tokens = syntax.tokens
    before = verb - 1
    while before > 0 and (tokens[before].tag in ("AUX", "ADV") or tokens[before].low in listed("words", "auxiliaries")):
        before -= 1
    return [before] if before >= 0 and tokens[before].low in _PRONOUNS else []


def _loose(syntax: Syntax, verb: int) -> int | None:
    """The subject before a verb, where the network hung it on nothing: "Vance, the mayor, was"."""
    tokens = syntax.tokens
    for n in range(verb - 1, max(verb - _REACH, -1), -1):
        if tokens[n].relation in SUBJECTS or tokens[n].text in ".!?;":
            return n if tokens[n].relation in SUBJECTS and tokens[n].head < 0 else None
    return None
