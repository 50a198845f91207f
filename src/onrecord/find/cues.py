"""Words that report speech: their forms, the act each performs, and what may follow it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from onrecord.find.words import Word
from onrecord.model import Act, Mode
from onrecord.wordlists import listed, table

ACTS: tuple[Act, ...] = ("assert", "allege", "deny", "demand", "commit", "warn", "concede", "support", "criticise")

_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote written", "writing"),
    "find": ("finds", "found", "finding"),
    "show": ("shows", "showed shown", "showing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "knowing"),
    "swear": ("swears", "swore sworn", "swearing"),
    "read": ("reads", "read", "reading"),
    "go": ("goes", "went", "going"),
    "make": ("makes", "made", "making"),
    "seek": ("seeks", "sought", "seeking"),
    "stand": ("stands", "stood", "standing"),
    "shoot": ("shoots", "shot", "shooting"),
    "undertake": ("undertakes", "undertook undertaken", "undertaking"),
    "signal": ("signals", "signalled signaled", "signalling signaling"),
    "label": ("labels", "labelled labeled", "labelling labeling"),
    "refer": ("refers", "referred", "referring"),
}
_DOUBLING = {"snap", "admit", "rebut", "beg", "shrug", "quip", "plan", "slam", "dub"}


class Cue(NamedTuple):
    """A reporting verb in one of its forms, and the number of words that it takes up."""

    lemma: str
    form: str
    """base, third, past or participle"""
    length: int
    frames: frozenset[str]
    act: Act
    mode: Mode
    frame_acts: tuple[tuple[str, Act], ...]

    def act_in(self, frame: str) -> Act:
        """The act that the verb performs when it is followed by what `frame` names."""
        return dict(self.frame_acts).get(frame, self.act)


def verb_at(words: list[Word], i: int) -> Cue | None:
    """The reporting verb that begins at word `i`, the longest one, or None."""
    best: Cue | None = None
    if i and words[i].is_capitalised and not words[i - 1].is_mark:
        return None  # a name: "the United States", "the Washington Post"
    for rest, cue in _verbs().get(words[i].low.replace("’", "'"), ()):
        follows = tuple(word.low for word in words[i + 1 : i + 1 + len(rest)])
        if follows == rest and (best is None or cue.length > best.length):
            best = cue
    return best


def forms(lemma: str) -> dict[str, tuple[str, ...]]:
    """The forms of a verb (its first word, where it has more): base, third, past, participle."""
    third, past, participle = _IRREGULAR.get(lemma) or _regular(lemma)
    return {"base": (lemma,), "third": (third,), "past": tuple(past.split()), "participle": tuple(participle.split())}


def _regular(verb: str) -> tuple[str, str, str]:
    if verb.endswith("e"):
        return verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb in _DOUBLING:
        return verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"), verb + "ed", verb + "ing"


@cache
def _verbs() -> dict[str, list[tuple[tuple[str, ...], Cue]]]:
    entries: dict[str, dict[str, str]] = {}
    for section in (*ACTS, "held"):
        for frame, lemmas in table("cues")[section].items():
            for lemma in lemmas:
                entries.setdefault(lemma, {}).setdefault(frame, section)
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for lemma, sections in entries.items():
        first, *rest = lemma.split()
        acts = {frame: cast(Act, "assert" if one == "held" else one) for frame, one in sections.items()}
        mode: Mode = "held" if set(sections.values()) == {"held"} else "said"
        for form, spellings in forms(first).items():
            cue = Cue(
                lemma, form, 1 + len(rest), frozenset(sections), next(iter(acts.values())), mode, tuple(acts.items())
            )
            for spelling in spellings:
                found.setdefault(spelling, []).append((tuple(rest), cue))
    return found


@cache
def openers() -> frozenset[str]:
    """Every word, in lower case and with a straight apostrophe, with which a report of what was said may begin."""
    outright = listed("cues", "outright", "words")
    return frozenset({"according", *outright, *_verbs(), *nouns(), *passives("to"), *passives("of")})


@cache
def nouns() -> dict[str, Act]:
    """Nouns that report speech ("warning"), and the act of each."""
    return {word: cast(Act, act) for act, words in table("cues")["nouns"].items() for word in words}


@cache
def passives(preposition: str) -> dict[str, Act]:
    """Participles that after a form of "be" report an accusation or claim: those that `preposition` follows."""
    return {word: cast(Act, act) for word, act in table("cues")["reported"][preposition].items()}
