"""Rules and network together: what each finds, joined so that no quotation is lost and none loses its limits.

The rules read quotation marks, which are evidence; the network reads everything else better. So a quotation that the
rules find keeps its words exactly, and takes source and cue from the network where it has them. Of running text the
network's reading counts, with the rules proposing reporting words for it to judge. What only the rules know is kept
where a record holds it and the network's training data does not mark it: accusations without an accuser,
nouns that report.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from onrecord.find.cues import nouns, verb_at
from onrecord.find.deeds import is_material
from onrecord.find.denied import is_plain_denial, without_denied
from onrecord.find.hanging import standing
from onrecord.find.phrases import head_word, is_auxiliary, is_pronoun
from onrecord.find.plain import Plain
from onrecord.find.reader import EDGE, Read, Reading, trim
from onrecord.find.stretch import Attribution, Stretch
from onrecord.find.voices import agent, hearer, hears, named_subject, speaking, undergoes
from onrecord.find.words import Word, words
from onrecord.model import Act, Mode
from onrecord.wordlists import listed

Range = tuple[int, int]

FLOOR = 0.5
"""Least chance that a cue has content. On 80 articles of PolNeAR's training part that the network was not trained on,
found F1 moves by less than 0.005 from 0.3 to 0.6."""
DOUBTED = 0.1
"""Least chance of a reporting word that only the rules propose: below it, on the same articles, more is wrong than
right."""
_SAME = 0.5  # overlap of content from which a rule and the network mean the same attribution, whatever its cue
_BEFORE = 12  # characters before a source in which a word of condition stands
_NOBODY = frozenset({"nobody", "i", "we", "you"})
_NONE = ("no ", "none ", "neither ", "few if any ")
_UNNAMED = re.compile(r"(?:not to be (?:named|identified|quoted)|to remain anonymous|(?:for )?anonymity)\b")
"""What somebody asks of the reporter, and says of nothing."""
_SHOWING = frozenset({"show", "shows", "showed", "shown", "showing", "prove", "proves", "proved", "proving"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_UNSAID = frozenset({"not", "never", "cannot", "could", "might", "may", "should"})
_REFUSALS = frozenset({"declined", "declines", "declining", "refused", "refuses", "refusing"})
_SILENCE = r"(?:to )?(?:comment|say|answer|discuss|elaborate|speak|respond|talk|be (?:named|identified|interviewed))\b"
_HELPED = 24  # characters before a cue in which its auxiliaries stand
_AHEAD = re.compile(
    r"\b(?:(?:will|shall|[’']ll)(?: also| later| now)?"
    r"|(?:expected|likely|set|scheduled|poised|about|going)(?: also)? to) "
    r"(?:be )?(?!only )[a-z]+(?: [a-z]+)?$"
)
_OCCASION = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring) \Z"
    r"|(?:\A|[.!?][”\"]?\s|\n)(?:In|At|During) [^.,;:“”\"\n]*\b(?:by|to|with|from|for|of|on) (?:the |an? )?"
    r"(?:[a-zA-Z-]+ ){0,3}\Z"
)
_OPENING = 160  # characters before a source in which the words for where it was said begin
_SCRAP = 2  # words of a thing, its article included: with a verb they would be three
_THAT = re.compile(r"\b[Tt]hat\s+$")
_SUM = re.compile(r"[$€£¥]\s?\d[\d.,]*(?: (?:thousand|million|billion|trillion))?")
_REMEMBERS = re.compile(r"\bremember(?:s|ed|ing)?$")
_EMPTY = re.compile(r"(?:so|what|something|it|this|that|which|as much)(?: before| again| too| already)?", re.IGNORECASE)
_QUESTION = re.compile(r"[“\"‘]?(?:whether|if|what|why|how|when|where|who|which)\b")
_NESTING = frozenset({"past clause", "past person", "past object", "past infinitive"})
_NESTED = 4  # marks within marks that are looked for at the ends of a content
_STOPS = (".", ",", "?", "!")
_CLOSERS = {"“": "”", "(": ")", "[": "]", "‘": "’", '"': '"', "'": "'"}
_OPENERS = {"”": '“"', ")": "(", "]": "[", "’": "‘", "'": "'"}
_RULES_ALONE = ("alleged", "passive", "noun of", "noun that", "headline", "quotation")


def fused(text: str, plain: Plain, rules: list[Attribution], reading: Reading) -> list[Attribution]:
    """The attributions of a report, from what the rules found and what the network reads.

    Args:
        text: the report's text.
        plain: its paragraphs.
        rules: what the rules found, in the report's characters.
        reading: what the network makes of the paragraphs.
    """
    proposed = [mine for one in rules if one.cue and (mine := plain.mine(one.cue))]
    reads = reading.attributions(proposed, DOUBTED)
    found = [_attribution(text, plain, read) for read in reads if read.content_chance >= FLOOR]
    joined = _joined(text, rules, [one for one in found if one and _is_said(text, one)])
    return [_unsaid(text, _by_subject(text, one)) for one in without_denied(text, joined)]


def _by_subject(text: str, one: Attribution) -> Attribution:
    """The attribution, by the subject of its verb where what was read as its source only hangs on that."""
    if one.source is None or one.cue is None:
        return one
    source = standing(text, one.source, one.cue)
    return one if source == one.source else replace(one, source=source)


def _is_said(text: str, one: Attribution) -> bool:
    """Whether the words were said at all: "did not say", "if she says", "could argue", "nobody said", "I said" put
    nothing on the record, "declined to comment" says nothing, and "arrested" is a deed."""
    cue = [word.low for word in words(text, *(one.cue or (0, 0)))]
    source = text[slice(*one.source)].casefold() if one.source else ""
    before = re.search(r"(\w+)\W+$", text[max(0, one.source[0] - _BEFORE) : one.source[0]]) if one.source else None
    is_none = source in _NOBODY or f"{source} ".startswith(_NONE)
    if is_none or _UNNAMED.match(text, *one.content[0]) or (before and before.group(1).casefold() in _CONDITIONS):
        return False
    if _UNSAID.intersection(cue) or any(word.endswith(("n’t", "n't")) for word in cue):
        return False
    if cue and (is_material(cue[-1]) or (cue[-1] in _SHOWING and _is_picture(text, one.source))):
        return False
    silent = _REFUSALS.intersection(cue) and re.match(_SILENCE, text[slice(*one.content[0])])
    return not silent and not _is_scrap(text, one)


def _is_picture(text: str, source: Range | None) -> bool:
    return source is not None and head_word(words(text, *source)) in listed("words", "pictures")


def _is_scrap(text: str, one: Attribution) -> bool:
    """Whether nothing is put on the record: a mere sum, or a thing that somebody remembers ("the evening")."""
    if len(one.content) > 1 or one.cue is None:
        return False
    content = text[slice(*one.content[0])]
    found = words(text, *one.content[0])
    is_thing = len(found) <= _SCRAP and found[0].low in listed("words", "determiners")
    return _SUM.fullmatch(content) is not None or (is_thing and _REMEMBERS.search(text, *one.cue) is not None)


def _unsaid(text: str, one: Attribution) -> Attribution:
    """The attribution, as held and not said where somebody only asks, is yet to say it, or says what is not told."""
    cue = [word.low for word in words(text, *one.cue)] if one.cue else []
    is_empty = len(one.content) == 1 and (
        _EMPTY.fullmatch(text[slice(*one.content[0])]) is not None or one.content[0] == one.source
    )
    is_coming = not one.rule.startswith(("alleged", "noun")) and _is_ahead(text, one.cue)
    is_open = is_empty or is_coming or _is_question(text, cue, one.content[0])
    return replace(one, mode="held") if is_open else one


def _is_ahead(text: str, cue: Range | None) -> bool:
    """Whether words are yet to be said: "will argue", "is expected to demand"."""
    return cue is not None and _AHEAD.search(text, max(0, cue[0] - _HELPED), cue[1]) is not None


def _is_question(text: str, cue: list[str], content: Range) -> bool:
    """Whether somebody only asks: "asked whether it held"."""
    return not listed("words", "asking").isdisjoint(cue) and _QUESTION.match(text, *content) is not None


def _attribution(text: str, plain: Plain, read: Read) -> Attribution | None:
    """What the network read, in the report's characters."""
    cue = plain.theirs(read.cue)
    pieces = [piece for span in read.content for piece in plain.theirs(span) if cue and plain.follows(cue[0], piece)]
    parts = [_whole(text, part) for piece in pieces if (part := trim(text, *piece))]
    if not parts:
        return None
    parts[0] = _with_that(text, cue[0], parts[0])
    piece = _beside(text, plain.theirs(read.source), cue[0]) if read.source else None
    source = _dotted(text, _whole(text, piece)) if piece else None
    is_undergone = undergoes(text, cue[0])
    if (is_undergone or hears(text, cue[0])) and (source is None or source[1] <= cue[0][0]):
        source = agent(text, cue[0], parts[0])
    elif source is not None and hearer(text, source, cue[0], parts[0]):
        source = speaking(text, cue[0])
    if source is not None and _is_occasion(text, source, cue[0]):
        source = speaking(text, cue[0]) or source
    act, mode, kind = meaning(text, cue[0])
    if source is None and kind == "verb" and not is_undergone:
        source = named_subject(text, cue[0])
    return Attribution(tuple(parts), source, cue[0], act, mode, f"read {kind}", read.chance)


def _is_occasion(text: str, source: Range, cue: Range) -> bool:
    """Whether the words read as a source begin with where it was said: "an interview on Monday, Ann Roe" of "In an
    interview on Monday, Ann Roe said", "the Post, Ann Roe" of "In an interview with the Post, Ann Roe said"."""
    opens = _OCCASION.search(text, max(0, source[0] - _OPENING), source[0])
    return opens is not None and source[1] <= cue[0] and "," in text[slice(*source)]


def _beside(text: str, pieces: list[Range], cue: Range) -> Range | None:
    """The piece of a source that stands in the paragraph of the cue, else the last one."""
    near = [piece for piece in pieces if "\n" not in text[min(piece[0], cue[0]) : max(piece[1], cue[1])]]
    return next(iter(near or pieces[-1:]), None)


def _dotted(text: str, source: Range) -> Range:
    """A source with the full stop of the abbreviation that ends it: "the U.S."."""
    is_cut = text[source[1] : source[1] + 1] == "." and re.search(r"\b(?:\w\.)+\w$", text[slice(*source)])
    return (source[0], source[1] + 1) if is_cut else source


def _with_that(text: str, cue: Range, part: Range) -> Range:
    """The first part with the "that" before it that opens no clause: "That leaks, he said", "denied that claim", "said
    that was enough"."""
    that = _THAT.search(text, max(0, part[0] - _BEFORE), part[0])
    if that is None:
        return part
    found = words(text, *part)
    is_meant = cue[0] >= part[1] if that.group()[0] == "T" else _is_thing(found) or _is_finite(found[0])
    return (that.start(), part[1]) if is_meant else part


def _is_finite(word: Word) -> bool:
    """Whether a word is a verb behind which no subject stands: "was", "wasn’t", "will"."""
    return is_auxiliary(word) or word.low.removesuffix("n't").removesuffix("n’t") in listed("words", "auxiliaries")


def _is_thing(found: list[Word]) -> bool:
    """Whether words behind "that" are but a thing: one or two, none a plural, a pronoun or a verb by its ending."""
    is_plain = all(word.text.islower() and not word.low.endswith("s") and not is_pronoun(word) for word in found)
    return len(found) <= _SCRAP and is_plain and not Stretch(found, is_quoted=False).has_verb(-1)


def _whole(text: str, part: Range) -> Range:
    """The part with the closing mark of a quotation or bracket that it opens, and the opening one of what it closes."""
    start, end = part
    for _ in range(_NESTED):
        opened, closed = _unpaired(text, start, end)
        after = end + (text[end : end + 1] in _STOPS and _is_mark(text[end + 1 : end + 2], opened))
        if opened and _is_mark(text[after : after + 1], opened):
            end = after + 1
        elif start and text[start - 1] in closed:
            start -= 1
        else:
            break
    return start, end


def _unpaired(text: str, start: int, end: int) -> tuple[str, set[str]]:
    """The mark that would close what the stretch leaves open, or empty, and those that would open what it closes."""
    waiting: list[str] = []
    wanted = set[str]()
    for i in range(start, end):
        mark, is_before_word = text[i], text[i + 1 : i + 2].isalnum()
        if mark in "’'" and text[i - 1 : i].isalnum() and is_before_word:
            continue  # an apostrophe
        if waiting and _is_mark(mark, waiting[-1]) and not (mark == "'" and is_before_word):
            waiting.pop()
        elif mark in _CLOSERS and (mark != "'" or is_before_word):
            waiting.append(_CLOSERS[mark])
        elif mark in _OPENERS:
            wanted |= set(_OPENERS[mark])
    if waiting[1:] and waiting[-1] == "'" and "'" not in text[end : end + 2]:
        waiting.pop()  # an apostrophe at the head of a word: "go get 'em"
    if waiting == ['"'] and not _is_mark(text[end : end + 1], '"') and not _is_mark(text[end + 1 : end + 2], '"'):
        wanted.add('"')  # a straight mark may as well close what opens before the stretch
    return (waiting[-1] if waiting else ""), wanted


def _is_mark(mark: str, closer: str) -> bool:
    """Whether a mark closes what another would: writers mix curly double marks and straight ones."""
    return mark == closer or (mark != "" and mark in '”"' and closer in '”"')


def meaning(text: str, cue: Range) -> tuple[Act, Mode, str]:
    """The act and mode of a reporting word, and whether it is a verb, a noun or neither that the lists know."""
    found = words(text, *cue)
    for i in range(len(found)):
        verb = verb_at(found, i)
        if verb is not None:
            return verb.act, verb.mode, "verb"
    for word in found:
        if word.low in nouns():
            return nouns()[word.low], "said", "noun"
    is_held = any(word.low in listed("cues", "minds", "words") for word in found)
    return "assert", "held" if is_held else "said", "other"


def _joined(text: str, rules: list[Attribution], reads: list[Attribution]) -> list[Attribution]:
    pairs = _pairs(text, rules, reads)
    read_of = dict(pairs)
    paired = {k for _, k in pairs}
    out = [reads[k] for k in range(len(reads)) if k not in paired]
    for n, rule in enumerate(rules):
        if n in read_of:
            out.append(_agreed(text, rule, reads[read_of[n]]))
        elif rule.rule.startswith(_RULES_ALONE) or _is_nested(rule, rules) or is_plain_denial(text, rule):
            out.append(rule)
    return out


def _is_nested(inner: Attribution, rules: list[Attribution]) -> bool:
    """Whether somebody tells what another said: the network has hardly seen that annotated."""
    if inner.rule not in _NESTING or inner.cue is None or inner.mode != "said":
        return False
    cue = inner.cue
    return any(
        outer is not inner and any(start <= cue[0] and cue[1] <= end for start, end in outer.content) for outer in rules
    )


def _agreed(text: str, rule: Attribution, read: Attribution) -> Attribution:
    """One attribution that both found: a quotation's words are the rule's, everything else is the network's.

    Act and mode are the rule's where both have the same reporting word: it knows what follows the word.
    """
    same = rule.cue is not None and read.cue is not None and _touch(rule.cue, read.cue)
    meaning = rule if same else read
    is_of = rule.rule.endswith(" of") or (rule.cue is not None and text[slice(*rule.cue)].endswith(" of"))
    is_firm = is_of or rule.rule.startswith(("quotation", "headline"))  # "accused X of Y": Y
    return Attribution(
        content=rule.content if is_firm else read.content,
        source=read.source or rule.source,
        cue=read.cue,
        act=meaning.act,
        mode=meaning.mode,
        rule=rule.rule,
        chance=read.chance,
    )


def _pairs(text: str, rules: list[Attribution], reads: list[Attribution]) -> list[tuple[int, int]]:
    """Which rule's finding is which of the network's: those with one reporting word first, then by overlap of
    content."""
    candidates = []
    hulls = [_hull(read) for read in reads]
    for n, rule in enumerate(rules):
        hull = _hull(rule)
        for k, read in enumerate(reads):
            same = rule.cue is not None and read.cue is not None and _touch(rule.cue, read.cue)
            if (not same and not _touch(hull, hulls[k])) or _is_within(text, rule, read):
                continue
            shared = _overlap(text, rule.content, read.content)
            if shared >= _SAME or (same and shared):
                candidates.append((not same, -shared, n, k))
    pairs: list[tuple[int, int]] = []
    used_rules, used_reads = set[int](), set[int]()
    for _, _, n, k in sorted(candidates):
        if n not in used_rules and k not in used_reads:
            pairs.append((n, k))
            used_rules.add(n)
            used_reads.add(k)
    return pairs


def _is_within(text: str, rule: Attribution, read: Attribution) -> bool:
    """Whether a quotation tells what somebody else says, with a reporting word and marks of its own: "“She said, ‘Go.’
    I went.”"."""
    cue = read.cue if rule.rule.startswith("quotation") and rule.cue is None else None
    is_marked = text[max(0, read.content[0][0] - 1) : read.content[0][0]] in ("‘", "'")
    return cue is not None and is_marked and any(start <= cue[0] and cue[1] <= end for start, end in rule.content)


def _hull(one: Attribution) -> Range:
    return min(start for start, _ in one.content), max(end for _, end in one.content)


def _touch(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _overlap(text: str, a: tuple[Range, ...], b: tuple[Range, ...]) -> float:
    """F1 (0–1) of the characters of two contents, space, punctuation and quotation marks left out."""
    first, second = (
        {i for i in chain.from_iterable(range(*part) for part in parts) if text[i] not in EDGE} for parts in (a, b)
    )
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 1.0
