"""Whom a pronoun or a description stands for: every one that the report names, with a probability, or none of them.

A small network scores each pair of an expression and a named one by what the reader's last layer holds of both and by
what people look at: how near the name stands, whether it was a subject, whether gender and kind agree, who spoke last,
whom the rules would choose. It follows the mention-ranking models of coreference (Denis and Baldridge, EMNLP 2008; Lee
et al., EMNLP 2017), with the one named, all names together, in place of the single earlier mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np

from onrecord.encoder import WIDTH, Floats
from onrecord.find.beside import Beside
from onrecord.find.binding import bound
from onrecord.find.described import NO_DESCRIPTION, NO_FIT, Description, Rivals, description
from onrecord.find.genders import PRONOUNS, Gender
from onrecord.find.links import Links
from onrecord.find.name import Name, Named
from onrecord.find.phrases import Range, head_word
from onrecord.find.plain import Plain
from onrecord.find.reader import Reading
from onrecord.find.roles import are_two, words_of
from onrecord.find.scene import REACH
from onrecord.find.surroundings import Surroundings
from onrecord.find.words import words
from onrecord.wordlists import listed

MOST = 32  #: of the ones named, so many that stand nearest before the expression are weighed
_NEAR = 600  # characters before an expression in which names are counted
_FIRST = 4
_LAST_WORD = re.compile(r"(\w+)\W*$")
_AND = re.compile(r"[,\s]*(?:and|or)\b")
_ACTS = re.compile(r"\s+[a-z]+(?:ed|s|d)\b")
_KINDS = ("person", "organisation", "country", "place")
_FORMS = ("he", "she", "it", "they", "description")
FORM_OF = {
    word: form
    for form, all_ in {
        "he": ("he", "him", "his", "himself"),
        "she": ("she", "her", "hers", "herself"),
        "it": ("it", "its", "itself"),
        "they": ("they", "them", "their", "theirs", "themselves"),
    }.items()
    for word in all_
}


@dataclass(frozen=True)
class Expression:
    """A pronoun or a description: its characters, and those of what is said by it, if anything."""

    span: Range
    content: tuple[Range, ...] = ()


def form_of(low: str) -> str:
    """The form of an expression, by its words in lower case: "he", "she", "it", "they" or "description"."""
    return FORM_OF.get(low, "description")


@dataclass(frozen=True)
class _Place:
    """Where an expression stands."""

    start: int
    sentence: int
    paragraph: int


class Antecedents:
    """The ones named in a report as antecedents of its expressions; ask in the order of the text."""

    def __init__(
        self,
        text: str,
        named: Sequence[Named],
        sentences: Sequence[Range],
        paragraphs: Sequence[Range],
        plain: Plain,
        reading: Reading,
        genders: dict[int, Gender],
    ) -> None:
        self._text, self._named, self._plain, self._reading = text, named, plain, reading
        self._sentences = sorted(start for start, _ in sentences)
        self._paragraphs = sorted(start for start, _ in paragraphs)
        self._genders = genders
        self._spoke: list[tuple[int, int]] = []
        self._later: list[tuple[int, int]] = []
        self._called: dict[str, int] = {}
        self._unnamed: list[tuple[int, str]] = []
        everything = [(name.start, name.end, n, name) for n, one in enumerate(named) for name in one.names]
        self._all = sorted(everything, key=lambda item: item[:3])
        self._starts = [start for start, *_ in self._all]
        self._owners = [n for _, _, n, _ in self._all]
        self._counts = [len(one.names) for one in named]
        people = Counter({n: self._counts[n] for n, one in enumerate(named) if one.kind == "person"})
        bodies = Counter({n: self._counts[n] for n, one in enumerate(named) if one.kind == "organisation"})
        self._chief = {"person": people.most_common(2), "organisation": bodies.most_common(2)}
        self._states: dict[Range, Floats] = {}
        self._means: dict[int, Floats] = {}
        self._looks: dict[Range, list[float]] = {}
        self._roles = [[text[start:end] for start, end in one.roles] for one in named]
        self._role_words = [[words_of(role) for role in roles] for roles in self._roles]
        self._surnames = {named[n].label.split()[-1]: told for n, told in genders.items()}
        self._beside = Beside(text, named, self._sentences, plain, reading)
        self._links = Links(named, plain, reading)
        self._around = Surroundings(text, named, sentences).of

    def spoke(self, source: Range, n: int) -> None:
        """Tells that one of the named is the source at some characters."""
        self._spoke.append((source[0], n))
        self._called[self._text[slice(*source)].lower()] = n

    def turn_back(self, position: int) -> None:
        """Has only those count, from now on, who spoke before a position, of all who ever spoke."""
        everyone = self._spoke + self._later
        self._spoke = [turn for turn in everyone if turn[0] < position]
        self._later = [turn for turn in everyone if turn[0] >= position]

    def spoke_unnamed(self, source: Range) -> None:
        """Tells that the words at some characters are a source that nobody named is known to be."""
        self._unnamed.append((source[0], head_word(words(self._text, *source))))

    def rank(self, expression: Expression, by_rules: int | None) -> list[tuple[int, float]]:
        """Whom the expression may stand for, the likeliest first, each with its probability (0–1).

        What they lack to 1 is that the report names nobody that it stands for.

        Args:
            expression: where it stands, and what is said by it.
            by_rules: the number of the one named that the rules choose, if any.
        """
        candidates, rows = self.rows(expression, by_rules)
        if not candidates:
            return []
        chances = self._reading.encoder.antecedents(rows)[:-1].tolist()
        return sorted(zip(candidates, chances, strict=True), key=lambda one: (-one[1], one[0]))

    def rows(self, expression: Expression, by_rules: int | None) -> tuple[list[int], Floats]:
        """The ones that the expression may stand for, and a row of features for each and, last, for nobody named.

        Of each row, number 0 tells nobody from somebody, and number 1 is 1 where the rules choose it; the last 3 * 384
        are states of the network: of the expression, of the nearest name, of the first names.
        """
        start = expression.span[0]
        place = _Place(start, self._number(self._sentences, start), self._number(self._paragraphs, start))
        low = self._text[slice(*expression.span)].lower()
        form = form_of(low)
        nearest = self._nearest(expression.span, form == "description")
        described = description(self._text, expression.span) if form == "description" else None
        is_owned = described is not None and self._owns(expression.span)
        candidates = [
            n
            for n, name in nearest.items()
            if self._may_be(n, form)
            and (self._suits(n, described, is_owned) if described else self._is_near(n, name, start))
        ]
        ranks = self._ranks(candidates, form, described)
        linked = self._links.of(expression.span, candidates)
        shared = [
            *(float(form == one) for one in _FORMS),
            log1p(len(candidates)),
            log1p(sum(self._agrees(n, form, described) for n in candidates)),
            float(bool(expression.content)),
            float(bool(expression.content) and expression.content[0][0] < start),
            float(place.paragraph < 2),
            linked.nobody,
            *self._others(described),
            *(described.numbers() if described else NO_DESCRIPTION),
        ]
        own = self._state(expression.span)
        called = self._called.get(low) if described else None
        rivals = described.rivals(self._named, candidates, self._around) if described else None
        alike = self._beside.alike(candidates, expression.span, described.head) if described else {}
        told = bound(self._text, self._starts, self._owners, expression.span, expression.content)
        if not candidates:
            return [], np.zeros((0, 0), np.float32)
        rows, states = [], np.zeros((len(candidates) + 1, 3 * WIDTH), np.float32)
        states[:, :WIDTH] = own
        spoke = [n for _, n in self._spoke]
        likest = max(alike.values(), default=None)
        for k, n in enumerate(candidates):
            name = nearest[n]
            states[k, WIDTH : 2 * WIDTH] = self._state((name.name_start, name.end))
            states[k, 2 * WIDTH :] = self._mean_state(n)
            rows.append(
                [
                    *(0.0, float(by_rules == n), float(by_rules not in (None, n))),
                    *shared,
                    *self._where(name, place),
                    *self._how(n, name, form, expression),
                    *self._who(n, start, ranks[n], spoke),
                    *self._fit(n, described, rivals),
                    float(called == n),
                    float(called not in (None, n)),
                    *told.numbers(n, self._named[n].role_words),
                    alike.get(n, 0.0),
                    float(bool(alike) and alike[n] == likest),
                    *self._owned(n, described),
                    *linked.numbers(n),
                ]
            )
        nobody = [1.0, float(by_rules is None), float(by_rules is not None), *shared]
        rows.append(nobody + [0.0] * (len(rows[0]) - len(nobody)))
        return candidates, np.hstack([np.array(rows, np.float32), states])

    # -- candidates ---------------------------------------------------------------------------------------

    def _nearest(self, span: Range, ahead: bool) -> dict[int, Name]:
        """The `MOST` ones named nearest before an expression, each with its last name there; those named behind it too
        where `ahead`, with their first. Who is named inside it is never the one it stands for: "the mayor's lawyer"."""
        start, end_ = span
        found: dict[int, Name] = {}
        stop = bisect_left(self._starts, start)
        inside = {n for *_, n, _ in self._all[stop : bisect_left(self._starts, end_)]}
        for k in range(stop - 1, -1, -1):
            _, end, n, name = self._all[k]
            if end <= start and n not in found:
                found[n] = name
            if len(found) == MOST:
                break
        for _, _, n, name in self._all[stop : stop + MOST] if ahead else ():
            found.setdefault(n, name)
        return {n: name for n, name in found.items() if n not in inside}

    def _may_be(self, n: int, form: str) -> bool:
        kind = self._named[n].kind
        if form in ("he", "she"):
            return kind == "person" and self._genders.get(n) in (None, PRONOUNS[form])
        return form != "it" or kind != "person"

    def _is_near(self, n: int, name: Name, start: int) -> bool:
        """Whether one was named, or spoke, so closely before a pronoun that it may be meant."""
        spoke = (position for position, one in reversed(self._spoke) if one == n)
        return start - max(name.end, next(spoke, 0)) < REACH

    def _suits(self, n: int, described: Description, is_owned: bool) -> bool:
        """Whether one may be what a description says: of its gender, a single one, not the one that it says has them,
        with no role of that name that is another; and where somebody named has them, as "the wife of NAME", one who is
        called so."""
        kind = self._named[n].kind
        if kind != "person":
            return described.gender is None and not is_owned and described.may_be(self._named[n])
        if described.gender is not None and self._genders.get(n) not in (None, described.gender):
            return False
        if described.is_several or (described.owner and described.owner in self._named[n].role_words):
            return False
        if described.is_elsewhere(self._roles[n]):
            return False
        same = [role for role in self._role_words[n] if described.head in role]
        if same and all(are_two(described.words, role) for role in same):
            return False
        return not is_owned or bool(described.heads & (self._around(n)[0] | self._named[n].role_words))

    def _owns(self, span: Range) -> bool:
        """Whether a person is named inside an expression, whose somebody then is: "NAME’s lawyer"."""
        low, high = (bisect_left(self._starts, at) for at in span)
        return any(self._named[n].kind == "person" for _, _, n, _ in self._all[low:high])

    def _agrees(self, n: int, form: str, described: Description | None) -> bool:
        kind = self._named[n].kind
        if form in ("he", "she"):
            return self._genders.get(n) == PRONOUNS[form]
        if described and described.kind:
            return kind == described.kind
        return kind == ("organisation" if form == "it" else "person")

    def _ranks(
        self, candidates: list[int], form: str, described: Description | None
    ) -> dict[int, tuple[int, int, int]]:
        """How many others stand nearer: of all, of its kind, of those that agree."""
        out: dict[int, tuple[int, int, int]] = {}
        kinds: Counter[str] = Counter()
        agreeing = 0
        for k, n in enumerate(candidates):
            out[n] = k, kinds[self._named[n].kind], agreeing
            kinds[self._named[n].kind] += 1
            agreeing += self._agrees(n, form, described)
        return out

    # -- features -----------------------------------------------------------------------------------------

    def _where(self, name: Name, place: _Place) -> list[float]:
        """Where the name stands from the expression."""
        sentence = place.sentence - self._number(self._sentences, name.start)
        paragraph = place.paragraph - self._number(self._paragraphs, name.start)
        return [
            float(name.start > place.start),
            log1p(abs(place.start - name.end)),
            log1p(abs(sentence)),
            *(float(sentence == k) for k in (0, 1, 2)),
            *(float(paragraph == k) for k in (0, 1, 2)),
        ]

    def _how(self, n: int, name: Name, form: str, expression: Expression) -> list[float]:
        """What the nearest name is, and how it stands in its sentence."""
        kind, gender = self._named[n].kind, self._genders.get(n)
        quoted = any(a <= name.start < b for a, b in expression.content)
        return [
            float(name.initial),
            float(name.opens),
            float(name.quoted),
            float(quoted),
            *self._beside_name(name),
            *(float(kind == one) for one in _KINDS),
            *(name.chances or (0.0, 0.0, 0.0)),
            float(gender is not None),
            float(form in ("he", "she") and gender == PRONOUNS.get(form)),
        ]

    def _beside_name(self, name: Name) -> list[float]:
        """What a name is made of, and the words before and behind it."""
        if (name.start, name.end) not in self._looks:
            text = self._text
            before = _LAST_WORD.search(text[max(0, name.start - 20) : name.start])
            after = text[name.end : name.end + 24]
            self._looks[name.start, name.end] = [
                float(bool(name.titles)),
                float(len(name.words) > 1),
                float(before is not None and before.group(1).lower() in listed("words", "prepositions")),
                float(after.startswith(("’s", "'s", "’ ", "' "))),
                float(after.startswith((",", " (", " —", " –"))),
                float(_AND.match(after) is not None),
                float(_ACTS.match(after) is not None),
            ]
        return self._looks[name.start, name.end]

    def _who(self, n: int, start: int, ranks: tuple[int, int, int], spoke: list[int]) -> list[float]:
        """What else is known of the one named: how often it is named, and whether it is among those that spoke."""
        low, high = bisect_left(self._starts, start - _NEAR), bisect_left(self._starts, start)
        last = self._spoke[-1][0] if spoke and spoke[-1] == n else None
        chief = self._chief.get(self._named[n].kind, [])
        return [
            log1p(self._owners[low:high].count(n)),
            log1p(sum(name.start < start for name in self._named[n].names)),
            log1p(self._counts[n]),
            float(bool(chief) and chief[0][0] == n),
            float(len(chief) > 1 and chief[0][0] == n and chief[0][1] >= 1.5 * chief[1][1]),
            float(self._all[0][2] == n),
            float(self._named[n].names[0].start < self._paragraphs[min(2, len(self._paragraphs) - 1)]),
            *(float(rank == k) for rank in ranks for k in (0, 1)),
            *(log1p(rank) for rank in ranks),
            float(last is not None),
            log1p(start - last) if last is not None and last <= start else 0.0,
            float(last is None and spoke[-2:-1] == [n]),
            log1p(spoke.count(n)),
        ]

    def _owned(self, n: int, described: Description | None) -> list[float]:
        """Whether one is called after somebody of the gender that "his" or "her" in front of a description tells, or
        after somebody of the other: "her campaign" is "the Ann Roe campaign"."""
        owner = PRONOUNS.get(described.first) if described and self._named[n].kind != "person" else None
        told = (
            {self._surnames[word] for word in self._named[n].label.split() if word in self._surnames} if owner else ()
        )
        return [float(owner in told), float(bool(told) and owner not in told)] if owner else [0.0, 0.0]

    def _others(self, described: Description | None) -> list[float]:
        """Whether nobody named spoke last, and whether somebody like a description spoke who is not named."""
        last = self._spoke[-1][0] if self._spoke else -1
        heads = [head for _, head in self._unnamed]
        return [
            float(bool(self._unnamed) and self._unnamed[-1][0] > last),
            float(described is not None and described.head in heads),
            float(described is not None and described.head in heads[-1:]),
        ]

    def _fit(self, n: int, described: Description | None, rivals: Rivals | None) -> Sequence[float]:
        """How a description fits one."""
        if described is None or rivals is None:
            return NO_FIT
        return described.fit(n, self._named[n], self._roles[n], rivals, self._around)

    def _state(self, span: Range) -> Floats:
        if span not in self._states:
            mine = self._plain.mine(span)
            self._states[span] = self._reading.state(mine) if mine else np.zeros(WIDTH, np.float32)
        return self._states[span]

    def _mean_state(self, n: int) -> Floats:
        """What the network makes of the first `_FIRST` names of one: what describes it stands beside them."""
        if n not in self._means:
            names = self._named[n].names[:_FIRST]
            found: Floats = np.mean([self._state((one.name_start, one.end)) for one in names], axis=0)
            self._means[n] = found
        return self._means[n]

    @staticmethod
    def _number(starts: list[int], position: int) -> int:
        return max(bisect_right(starts, position) - 1, 0)
