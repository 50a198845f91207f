"""Whom a pronoun or a description stands for: every one that the report names, with a probability, or none of them.

A small network scores each pair of an expression and a named one by what the reader's last layer holds of both and by
what people look at: how near the name stands, whether it was a subject, whether gender and kind agree, who spoke last,
whom the rules would choose. It follows the mention-ranking models of coreference (Denis and Baldridge, EMNLP 2008; Lee
et al., EMNLP 2017), with the one named, all names together, in place of the single earlier mention.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log1p

import numpy as np

from onrecord.encoder import WIDTH, Floats
from onrecord.find.beside import Beside
from onrecord.find.binding import bound
from onrecord.find.described import NO_DESCRIPTION, NO_FIT, Description, Rivals, description
from onrecord.find.expression import FORMS, Expression, form_of
from onrecord.find.genders import PRONOUNS, Gender
from onrecord.find.links import Links
from onrecord.find.name import Name, Named
from onrecord.find.name_places import NamePlaces
from onrecord.find.phrases import Range
from onrecord.find.plain import Plain
from onrecord.find.reader import Reading
from onrecord.find.roles import are_two, words_of
from onrecord.find.scene import REACH
from onrecord.find.spoken import Spoken
from onrecord.find.surroundings import Surroundings
from onrecord.wordlists import listed

_FIRST = 4
_LAST_WORD = re.compile(r"(\w+)\W*$")
_AND = re.compile(r"[,\s]*(?:and|or)\b")
_ACTS = re.compile(r"\s+[a-z]+(?:ed|s|d)\b")
_KINDS = ("person", "organisation", "country", "place")


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
        self._genders = genders
        self.spoken = Spoken(text)
        """Who has spoken so far; to be told by whoever asks."""
        self._places = NamePlaces(named, sentences, paragraphs)
        self._states: dict[Range, Floats] = {}
        self._means: dict[int, Floats] = {}
        self._looks: dict[Range, list[float]] = {}
        self._roles = [[text[start:end] for start, end in one.roles] for one in named]
        self._role_words = [[words_of(role) for role in roles] for roles in self._roles]
        self._surnames = {named[n].label.split()[-1]: told for n, told in genders.items()}
        self._beside = Beside(text, named, self._places.sentences, plain, reading)
        self._links = Links(named, plain, reading)
        self._around = Surroundings(text, named, sentences).of

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
        low = self._text[slice(*expression.span)].lower()
        form = form_of(low)
        nearest = self._places.nearest(expression.span, form == "description")
        described = description(self._text, expression.span) if form == "description" else None
        candidates = list(self._candidates(expression, form, described, nearest))
        if not candidates:
            return [], np.zeros((0, 0), np.float32)
        linked = self._links.of(expression.span, candidates)
        shared = self._shared(expression, form, described, candidates, linked.nobody)
        told = list(self._told(expression, form, described, nearest, candidates))
        rows = [
            [0.0, float(by_rules == n), float(by_rules not in (None, n)), *shared, *row, *linked.numbers(n)]
            for n, row in zip(candidates, told, strict=True)
        ]
        nobody = [1.0, float(by_rules is None), float(by_rules is not None), *shared]
        rows.append(nobody + [0.0] * (len(rows[0]) - len(nobody)))
        return candidates, np.hstack([np.array(rows, np.float32), self._meant(expression, nearest, candidates)])

    # -- candidates ---------------------------------------------------------------------------------------

    def _candidates(
        self, expression: Expression, form: str, described: Description | None, nearest: dict[int, Name]
    ) -> Iterator[int]:
        """Those of the ones named nearest that the expression may stand for."""
        is_owned = described is not None and self._places.holds_person(expression.span)
        for n, name in nearest.items():
            if not self._may_be(n, form):
                continue
            if self._suits(n, described, is_owned) if described else self._is_near(n, name, expression.span[0]):
                yield n

    def _may_be(self, n: int, form: str) -> bool:
        kind = self._named[n].kind
        if form in ("he", "she"):
            return kind == "person" and self._genders.get(n) in (None, PRONOUNS[form])
        return form != "it" or kind != "person"

    def _is_near(self, n: int, name: Name, start: int) -> bool:
        """Whether one was named, or spoke, so closely before a pronoun that it may be meant."""
        return start - max(name.end, self.spoken.last_of(n)) < REACH

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

    def _shared(
        self,
        expression: Expression,
        form: str,
        described: Description | None,
        candidates: Sequence[int],
        nobody: float,
    ) -> list[float]:
        """What holds for all candidates alike; `nobody` is how the links score that it is none of them."""
        start = expression.span[0]
        return [
            *(float(form == one) for one in FORMS),
            log1p(len(candidates)),
            log1p(sum(self._agrees(n, form, described) for n in candidates)),
            float(bool(expression.content)),
            float(bool(expression.content) and expression.content[0][0] < start),
            float(self._places.place(start).paragraph < 2),
            nobody,
            *self.spoken.others(described),
            *(described.numbers() if described else NO_DESCRIPTION),
        ]

    def _told(
        self,
        expression: Expression,
        form: str,
        described: Description | None,
        nearest: dict[int, Name],
        candidates: list[int],
    ) -> Iterator[list[float]]:
        """What is known of each candidate."""
        span, start = expression.span, expression.span[0]
        place, ranks = self._places.place(start), self._ranks(candidates, form, described)
        called = self.spoken.called(self._text[slice(*span)].lower()) if described else None
        rivals = described.rivals(self._named, candidates, self._around) if described else None
        alike = self._beside.alike(candidates, span, described.head) if described else {}
        likest = max(alike.values(), default=None)
        told = bound(self._text, self._places.starts, self._places.owners, span, expression.content)
        for n in candidates:
            yield [
                *self._places.where(nearest[n], place),
                *self._how(n, nearest[n], form, expression),
                *self._places.often(n, start),
                *(float(rank == k) for rank in ranks[n] for k in (0, 1)),
                *(log1p(rank) for rank in ranks[n]),
                *self.spoken.numbers(n, start),
                *self._fit(n, described, rivals),
                float(called == n),
                float(called not in (None, n)),
                *told.numbers(n, self._named[n].role_words),
                alike.get(n, 0.0),
                float(bool(alike) and alike[n] == likest),
                *self._owned(n, described),
            ]

    def _meant(self, expression: Expression, nearest: dict[int, Name], candidates: Sequence[int]) -> Floats:
        """(candidates and nobody, 3 * 384) what the network makes of the expression and of each one's names."""
        states = np.zeros((len(candidates) + 1, 3 * WIDTH), np.float32)
        states[:, :WIDTH] = self._state(expression.span)
        for k, n in enumerate(candidates):
            name = nearest[n]
            states[k, WIDTH : 2 * WIDTH] = self._state((name.name_start, name.end))
            states[k, 2 * WIDTH :] = self._mean_state(n)
        return states

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

    def _owned(self, n: int, described: Description | None) -> list[float]:
        """Whether one is called after somebody of the gender that "his" or "her" in front of a description tells, or
        after somebody of the other: "her campaign" is "the Ann Roe campaign"."""
        owner = PRONOUNS.get(described.first) if described and self._named[n].kind != "person" else None
        told = (
            {self._surnames[word] for word in self._named[n].label.split() if word in self._surnames} if owner else ()
        )
        return [float(owner in told), float(bool(told) and owner not in told)] if owner else [0.0, 0.0]

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
