"""The words for who does a deed and for whom it is done to, by how a sentence hangs together: subject, object, "by X".

The network scores every word of a window for both; what stands in the deed's own clause it scores little higher than
other names near by. Of 150 articles (our labels) the subject of an active verb is who does it in 95 of 100 cases where
it stands for somebody named, that of a passive is whom it is done to in 89.
"""

from __future__ import annotations

from onrecord.find.deeds import carrying
from onrecord.find.syntax import Syntax

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_VERBS = frozenset({"VERB", "AUX", "ADJ"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being", "get", "gets", "got"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_BETWEEN = frozenset({"ADV", "AUX", "PART"})
"""Parts of speech that may stand between a subject and its verb."""
_SUBJECTS = ("nsubj", "nsubj:pass")
_SHARING = frozenset({"xcomp", "ccomp", "advcl", "acl"})
"""Relations of a verb without a subject of its own to the one whose subject or object it has."""
_TO = ("with", "against", "to")
_DEPTH = 4  # verbs that are climbed for a subject: "he said he wanted to try to help"
_NEAR = 4  # words up to a subject that the network hangs elsewhere


class DeedWords:
    """The words for the parties to the deeds of one report; ask by the number of the word that tells a deed."""

    def __init__(self, syntax: Syntax) -> None:
        """`syntax`: the words of the report."""
        self._syntax, self._tokens = syntax, syntax.tokens

    def doers(self, word: int, *, is_noun: bool) -> list[int]:
        """The heads of phrases that may name who does it, the likeliest first."""
        by = self._behind(word, "by")
        verb = self._carrier(word) if is_noun else word
        if verb is None or self.is_passive(verb):
            return by
        return [*by, *self._subject(verb)]

    def undergoers(self, word: int, *, is_noun: bool) -> list[int]:
        """The heads of phrases that may name whom it is done to, the likeliest first."""
        if is_noun:
            verb = self._carrier(word)
            return self._behind(word, *_TO) + (self._behind(verb, *_TO) if verb is not None else [])
        if self.is_passive(word):
            return self._subject(word)
        return [*self._objects(word), *self._behind(word, *_TO)]

    def is_passive(self, verb: int, depth: int = _DEPTH) -> bool:
        """Whether a word that tells a deed is a verb in the passive."""
        token = self._tokens[verb]
        if token.low.endswith("ing") or token.tag not in _VERBS:
            return False
        helpers = {self._tokens[n].low for n in self._syntax.below(verb, "aux:pass")}
        if helpers & _BEING or self._before(verb) in _BEING:
            return True
        if self._syntax.below(verb, "nsubj", "aux") or (self._syntax.below(verb, "nsubj:pass") and self._objects(verb)):
            return False
        if token.relation == "acl":
            return self._before(verb) != "to"  # "the man held on Friday"
        joined = self._joined(verb) if depth else None
        return bool(self._syntax.below(verb, "nsubj:pass")) or (
            joined is not None and self.is_passive(joined, depth - 1)
        )

    def _joined(self, verb: int) -> int | None:
        """The verb to which "and" joins another."""
        token = self._tokens[verb]
        if token.relation != "conj":
            return None
        is_told = 0 <= token.head < verb and self._tokens[token.head].tag in _VERBS
        other = token.head if is_told else verb - 2
        return other if other >= 0 and self._tokens[other].tag in _VERBS else None

    def _before(self, word: int) -> str:
        """The word before one, adverbs aside."""
        n = word - 1
        while n >= 0 and self._tokens[n].tag == "ADV":
            n -= 1
        return self._tokens[n].low if n >= 0 else ""

    def _subject(self, verb: int, depth: int = _DEPTH) -> list[int]:
        """The subject of a verb, its own or that of the verb on which it hangs."""
        own = [n for n in self._syntax.below(verb, *_SUBJECTS) if n < verb]
        if own:
            return self._meant(own[-1])
        token = self._tokens[verb]
        joined = self._joined(verb)
        if depth and joined is not None:
            return self._subject(joined, depth - 1)
        if depth and token.head >= 0 and token.relation in _SHARING and self._is_bare(verb):
            return self._shared(verb, depth)
        return self._beside(verb)

    def _is_bare(self, verb: int) -> bool:
        """Whether a verb is an infinitive or a participle: it has no subject of its own."""
        return (
            self._tokens[verb].low.endswith("ing") or self._before(verb) == "to" or self._tokens[verb].relation == "acl"
        )

    def _shared(self, verb: int, depth: int) -> list[int]:
        """Who does what an infinitive or a participle tells: "told X to go", "X agreed to go", "X's vow to go"."""
        token, is_infinitive = self._tokens[verb], self._before(verb) == "to"
        head = token.head
        if self._tokens[head].tag in _NOUNS:
            return [*self._syntax.below(head, "nmod:poss"), *self._behind(head, "by")] if is_infinitive else [head]
        objects = [n for n in self._objects(head) if n < verb] if token.relation in ("xcomp", "ccomp") else []
        return objects[:1] or self._subject(head, depth - 1)

    def _beside(self, verb: int) -> list[int]:
        """The noun right before a verb, where the network hangs it elsewhere."""
        n = verb - 1
        while n >= 0 and self._tokens[n].tag in _BETWEEN and self._tokens[n].low != "to":
            n -= 1
        is_near = n >= max(verb - _NEAR, 0) and self._tokens[n].tag in _NOUNS
        return self._meant(n) if is_near and not self._syntax.below(n, "case") else []

    def _meant(self, subject: int) -> list[int]:
        """A subject, or the noun before it that it stands for: "X, who". The network's heads are right less often."""
        if self._tokens[subject].low not in _RELATIVE:
            return [subject]
        n = subject - 1
        while n >= 0 and self._tokens[n].tag == "PUNCT":
            n -= 1
        return [n] if n >= 0 and self._tokens[n].tag in _NOUNS else []

    def _behind(self, word: int, *cases: str) -> list[int]:
        """The nouns behind a word that hang on it by one of some prepositions."""
        return [
            n
            for n in self._syntax.below(word, "obl", "obl:agent", "nmod")
            if n > word and self._tokens[n].tag in _NOUNS and self._cases(n) & {*cases}
        ]

    def _objects(self, verb: int) -> list[int]:
        """The objects of a verb, and the head of what stands right behind it, which the network may hang elsewhere."""
        below = self._syntax.below(verb, "iobj", "obj", "obl")
        found = [n for n in below if n > verb and self._tokens[n].tag in _NOUNS and not self._cases(n)]
        behind = self._head_behind(verb)
        if behind is not None and behind not in found:
            found.append(behind)
        relative = [n for n in below if n < verb and self._tokens[n].low in _RELATIVE]
        return found or [one for n in relative for one in self._meant(n)]

    def _head_behind(self, verb: int) -> int | None:
        """The head of the noun phrase that begins right behind a verb."""
        phrase = range(*self._syntax.phrase_behind(verb))
        return next((n for n in reversed(phrase) if self._tokens[n].tag in _NOUNS and self._tokens[n].low != "s"), None)

    def _cases(self, word: int) -> set[str]:
        return {self._tokens[n].low for n in self._syntax.below(word, "case")}

    def _carrier(self, noun: int) -> int | None:
        """The verb that carries the deed which a noun tells: "launched" of "launched a raid"."""
        token = self._tokens[noun]
        is_object = token.relation in ("obj", "obl") and token.head >= 0 and not self._cases(noun)
        return token.head if is_object and self._tokens[token.head].low in carrying() else None
