"""Direct speech: which quotations are whole utterances, which belong together, and the cue of each."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.find.cues import Cue, verb_at
from onrecord.find.passage import Paragraph, Sentence
from onrecord.find.phrases import Range, is_adverb, is_auxiliary, is_time, main_subject, phrase_from, subject_before
from onrecord.find.quotations import Quotation
from onrecord.find.stretch import Attribution
from onrecord.find.words import Word, words
from onrecord.wordlists import listed

_CUE_REACH = 30  # words behind a quotation within which its reporting word stands: an apposition may be in between
_LEAD_REACH = 22  # the same before it, the person spoken to in between

_LONGEST_TITLE = 7  # words
_SMALL = 3  # letters: words so short may stand without a capital in a title
_BESIDE = 400  # characters beside a quotation that are looked at for the marks around it


@dataclass
class _Speech:
    """A direct statement while it grows."""

    parts: list[Range]
    source: Range | None = None
    cue: Range | None = None
    act: str = "assert"
    mode: str = "said"
    rule: str = "quotation alone"
    open: bool = False
    paragraph: int = 0


@dataclass
class _Lookup:
    """What is known of the report while its quotations are read."""

    text: str
    paragraphs: list[Paragraph]
    speeches: list[_Speech] = field(default_factory=list)
    taken: dict[int, Range | None] = field(default_factory=dict)
    offsets: list[int] = field(default_factory=list)
    """The keys of `taken` in order."""

    def take(self, offset: int, source: Range | None) -> None:
        """Note that the reporting word at `offset` introduces a quotation."""
        if offset not in self.taken:
            insort(self.offsets, offset)
        self.taken[offset] = source

    def last_taken(self, start: int, stop: int) -> int | None:
        """The last reporting word that is taken and begins from `start` up to `stop`."""
        n = bisect_left(self.offsets, stop)
        return self.offsets[n - 1] if n and self.offsets[n - 1] >= start else None


@dataclass(frozen=True)
class Direct:
    """The direct statements of a report, their reporting words, and the quotations that they use up."""

    attributions: list[Attribution]
    taken: dict[int, Range | None]
    quotations: set[Quotation]


_HEADING = 8  # words of the longest heading that is a quotation
_DOUBLE = re.compile(r"[“\"]\w")


def direct_attributions(text: str, paragraphs: list[Paragraph]) -> Direct:
    """Read the quotations of a report."""
    known = _Lookup(text, paragraphs)
    used: set[Quotation] = set()
    for number, paragraph in enumerate(paragraphs):
        for quotation in paragraph.quotations:
            if is_full(text, paragraph, quotation):
                used.add(quotation)
                _read(known, number, paragraph, quotation)
    return Direct([_finished(speech) for speech in known.speeches], known.taken, used)


def _finished(speech: _Speech) -> Attribution:
    return Attribution(tuple(speech.parts), speech.source, speech.cue, speech.act, speech.mode, speech.rule)  # type: ignore[arg-type]


def is_full(text: str, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether a quotation is a whole utterance, not words picked out of one (“worried”) or a name in marks."""
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    before = text[max(paragraph.start, quotation.start - _BESIDE) : quotation.start].rstrip()
    after = text[quotation.end : min(paragraph.end, quotation.end + _BESIDE)]
    if not any(c.isalnum() for c in inner) or paragraph.is_headline or _is_title(inner, before):
        return False
    ends = (
        inner.rstrip("”’\"'")[-1:] in tuple(",.?!…—–")
        or after.lstrip()[:1] in (",", "")
        or not quotation.closed
        or after[:1] in ".?!"
    )
    if not before or before[-1] in ":":
        return ends or len(inner.split()) > 4
    if before[-1] in ".!?…”\"’'":
        return ends and (inner[0].isupper() or inner[0].isdigit() or not inner[0].isalpha())
    if not ends:
        return False
    last = words(text, max(paragraph.start, quotation.start - 60), quotation.start)
    introduced = bool(last) and _cue_ending(last) is not None
    if before[-1] in ",—–-(":
        return inner[0].isupper() or introduced or _continues(text, paragraph, quotation)
    return inner[0].isupper() and len(inner.split()) > 2 and introduced


def _is_title(inner: str, before: str) -> bool:
    """Whether marks are around the title of a programme or a book: "on “Face the Nation”", "in his film “The Weir”"."""
    words_ = re.findall(r"[\w’'-]+", inner)
    last = re.search(r"(?:(\w+)|[’']s?)$", before)
    leads = last is not None and (last.group(1) is None or last.group(1).lower() in listed("words", "titled"))
    long = [word for word in words_ if len(word) > _SMALL]
    return leads and len(words_) <= _LONGEST_TITLE and all(word[0].isupper() for word in [*words_[:1], *long])


def _continues(text: str, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether a quotation goes on after "…," he said, with a small letter."""
    earlier = _before(paragraph, quotation)
    if earlier is None or (text[earlier.inner_end - 1] not in ",—–-" and text[earlier.end : earlier.end + 1] != ","):
        return False
    between = words(text, earlier.end, quotation.start)
    return len(between) < _CUE_REACH and any(verb_at(between, i) for i in range(len(between)))


def _read(known: _Lookup, number: int, paragraph: Paragraph, quotation: Quotation) -> None:
    part = (quotation.inner_start, quotation.inner_end)
    last = known.speeches[-1] if known.speeches else None
    same_paragraph = last is not None and last.paragraph == number
    goes_on = _is_taken(known, paragraph, quotation)
    tail = _tail(known, paragraph, quotation)
    lead = _lead(known, paragraph, quotation)
    if goes_on and lead is not None and _verb_offset(known.text, *lead[1:]) in known.taken:
        lead = None
    found = lead or tail
    if found is not None:
        source, cue, verb = found
        known.take(_verb_offset(known.text, cue, verb), source)
        is_near = last is not None and number - last.paragraph <= 1
        pending = last if last is not None and last.cue is None and last.open and is_near else None
        speech = pending or _Speech([])
        if pending is None:
            known.speeches.append(speech)
        speech.parts.append(part)
        speech.source, speech.cue, speech.act, speech.mode = source, cue, verb.act, verb.mode
        speech.rule = "quotation after cue" if lead else "quotation before cue"
        speech.open, speech.paragraph = not quotation.closed, number
    elif not goes_on and _has_unread_words(known, paragraph, quotation):
        known.speeches.append(_Speech([part], rule="quotation unread", open=not quotation.closed, paragraph=number))
    elif last is not None and (
        (same_paragraph and _is_next(known, last, paragraph, quotation))
        or _goes_on(known, last, number, paragraph, quotation)
    ):
        last.parts.append(part)
        last.open, last.paragraph = not quotation.closed, number
    else:
        known.speeches.append(_Speech([part], open=not quotation.closed, paragraph=number))


def _has_unread_words(known: _Lookup, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether words beside a quotation in its sentence may say whose it is, though no source could be read off them."""
    sentence = paragraph.sentence_at(quotation.end - 1)
    earlier, later = _before(paragraph, quotation), _behind_it(paragraph, quotation)
    start = sentence.start if sentence else paragraph.start
    start = max(start, earlier.end) if earlier else start
    stop = sentence.end if sentence else paragraph.end
    stop = min(stop, later.start) if later else stop
    if (
        known.text[start : quotation.start].rstrip()[-1:] == "."
        and known.last_taken(start, quotation.start) is not None
    ):
        start = quotation.start  # "said NAME, R-Tex. “…”": those words belong to the quotation before
    if known.text[quotation.inner_end - 1] in ".!?" and known.text[quotation.end : quotation.end + 1].isupper():
        stop = quotation.end  # the space was lost between two paragraphs
    return any(c.isalnum() for c in known.text[start : quotation.start] + known.text[quotation.end : stop])


def _verb_offset(text: str, cue: Range, verb: Cue) -> int:
    """Where the reporting verb itself begins: the cue may have auxiliaries in front."""
    cue_words = words(text, *cue)
    return next(
        (word.start for i, word in enumerate(cue_words) if (v := verb_at(cue_words, i)) and v.lemma == verb.lemma),
        cue[0],
    )


def _goes_on(known: _Lookup, last: _Speech, number: int, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether a quotation without a cue at the head of a paragraph continues the one before it."""
    if number - last.paragraph != 1 or known.text[paragraph.start : quotation.start].strip():
        return False
    before = known.paragraphs[number - 1]
    if not last.open and _is_pulled_out(known.text, paragraph, quotation):
        return False
    return last.open or (bool(before.sentences) and last.parts[-1][1] >= before.sentences[-1].start - 2)


def _is_pulled_out(text: str, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether a quotation is a heading made of words that are said elsewhere: all of a paragraph."""
    is_all = not text[quotation.end : paragraph.end].strip()
    return is_all and is_heading(text, quotation.inner_start, quotation.inner_end)


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether the quoted words of a line are a heading's: a few without a stop, or in single marks without a full stop
    where the report has double ones for what is said."""
    said = text[start:end].rstrip()
    is_single = text[start - 1 : start] in ("'", "‘") and _DOUBLE.search(text) is not None
    is_short = len(said.split()) <= _HEADING
    return is_short and said[-1:] not in tuple(".,…—–" if is_single else ".,?!…—–")


def _is_taken(known: _Lookup, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether the words right before a quotation, in its own sentence, are the cue of the quotation before it."""
    earlier = _before(paragraph, quotation)
    sentence = paragraph.sentence_at(max(quotation.start - 2, paragraph.start))
    if earlier is None or sentence is None or known.text[earlier.end : quotation.start].rstrip()[-1:] in ".!?":
        return False
    return known.last_taken(max(earlier.end, sentence.start), quotation.start) is not None


def _is_next(known: _Lookup, last: _Speech, paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether nothing but the cue of the words before stands between them and a quotation of the same paragraph."""
    at = last.parts[-1][1]
    between = [one for one in paragraph.sentences if at <= one.start and one.end <= quotation.start]
    return all(known.last_taken(one.start, one.end) is not None for one in between)


def _before(paragraph: Paragraph, quotation: Quotation) -> Quotation | None:
    """The quotation before this one in its paragraph."""
    n = paragraph.quotations_before(quotation.start)
    return paragraph.quotations[n - 1] if n else None


def _behind_it(paragraph: Paragraph, quotation: Quotation) -> Quotation | None:
    """The quotation behind this one in its paragraph."""
    n = paragraph.quotations_before(quotation.end)
    return paragraph.quotations[n] if n < len(paragraph.quotations) else None


def _tail(known: _Lookup, paragraph: Paragraph, quotation: Quotation) -> tuple[Range, Range, Cue] | None:
    """The source and cue behind a quotation: "…," Mr X told reporters; "…," said X."""
    sentence = paragraph.sentence_at(quotation.end - 1)
    if sentence is None or not quotation.closed:
        return None
    later = _behind_it(paragraph, quotation)
    stop = min(later.start, sentence.end) if later else sentence.end
    behind = words(known.text, quotation.end, stop)
    while behind and behind[0].text in ",—–-":
        behind = behind[1:]
    if not behind and sentence.end < paragraph.end and known.text[quotation.inner_end - 1] in "?!,":
        behind = words(known.text, sentence.end, min(paragraph.end, sentence.end + _BESIDE))[:_CUE_REACH]
        behind = behind[: next((i for i, w in enumerate(behind) if w.text in '“".'), len(behind))]
    return _behind(behind)


def _behind(behind: list[Word]) -> tuple[Range, Range, Cue] | None:
    for i in range(min(len(behind), _CUE_REACH)):
        cue = verb_at(behind, i)
        if cue is None or not {"clause", "tell", "infinitive"} & cue.frames or (cue.mode == "held" and i > 3):
            continue
        if i == 0:
            source = phrase_from(behind, cue.length, len(behind)) if cue.form in ("past", "third", "base") else None
            return (_chars(behind, source), _chars(behind, (0, cue.length)), cue) if source else None
        if cue.form == "participle" and not (i > 1 and behind[i - 1].low == "as"):
            return None
        source = subject_before(behind, _group_start(behind, i))
        if source is None:
            inverted = (
                phrase_from(behind, i + cue.length, len(behind))
                if all(is_adverb(w) or is_time(w) for w in behind[:i])
                else None
            )
            return (_chars(behind, inverted), _chars(behind, (i, i + cue.length)), cue) if inverted else None
        return _chars(behind, source), _chars(behind, (_group_start(behind, i), i + cue.length)), cue
    if behind[:2] and behind[0].low == "according" and len(behind) > 2:
        source = phrase_from(behind, 2, len(behind))
        said = verb_at(words("said"), 0)
        return (_chars(behind, source), _chars(behind, (0, 2)), said) if source and said else None
    return None


def _group_start(behind: list[Word], i: int) -> int:
    """Where a verb group begins: "was quoted as saying"."""
    start = i
    if i >= 3 and behind[i - 1].low == "as" and behind[i - 2].low in ("quoted", "cited", "reported"):
        start = i - 2
    while start > 0 and behind[start - 1].low in listed("words", "auxiliaries"):
        start -= 1
    return start


def _lead(known: _Lookup, paragraph: Paragraph, quotation: Quotation) -> tuple[Range, Range, Cue] | None:
    """The source and cue before a quotation: He added: "…"; Mr X told reporters in Y, "…"."""
    sentence = (
        paragraph.sentence_at(max(quotation.start - 2, paragraph.start)) if quotation.start > paragraph.start else None
    )
    if sentence is None:
        return None
    earlier = _before(paragraph, quotation)
    start = max(sentence.start, earlier.end) if earlier else sentence.start
    ahead = words(known.text, start, quotation.start)
    if not ahead or ahead[-1].text in ".!?":
        return None
    i = _cue_ending(ahead)
    cue = verb_at(ahead, i) if i is not None else None
    if i is None or cue is None:
        return None
    source = _lead_source(known, ahead, i, cue)
    return (source, _chars(ahead, (_group_start(ahead, i), i + cue.length)), cue) if source else None


def _lead_source(known: _Lookup, ahead: list[Word], i: int, cue: Cue) -> Range | None:
    """Who says what the words ahead of a quotation introduce; behind "…, adding:" the subject of what goes before."""
    found = subject_before(ahead, _group_start(ahead, i))
    if cue.form != "participle" or (i and (is_auxiliary(ahead[i - 1]) or ahead[i - 1].low == "as")):
        return _chars(ahead, found) if found else None
    earlier = known.last_taken(ahead[0].start, ahead[i].start)
    if earlier is not None:
        return known.taken[earlier]
    subject = main_subject(ahead, i)
    return _chars(ahead, subject) if subject else None


def _cue_ending(ahead: list[Word]) -> int | None:
    """The number of the last reporting word, if nothing but an addressee, time, place or mark stands behind it."""
    for i in range(len(ahead) - 1, max(len(ahead) - _LEAD_REACH, -1), -1):
        cue = verb_at(ahead, i)
        if cue is None or not {"clause", "tell"} & cue.frames or i == 0:
            continue
        if cue.form == "base" and ahead[i - 1].low == "to":
            continue  # "goes on to say": the verb in front counts
        if cue.form == "participle" and ahead[i - 1].low not in ("as", "is", "was", "are", "were", ",", "by", "and"):
            return None
        behind = ahead[i + cue.length :]
        with_colon = ahead[-1].text == ":"
        clean = not any(w.low in ("that", "which", "who") or w.text == ";" for w in behind)
        return i if clean and (with_colon or len(behind) <= 12) and cue.mode == "said" else None
    return None


def _chars(found: list[Word], stretch: Range) -> Range:
    return found[stretch[0]].start, found[stretch[1] - 1].end


def stretches(sentence: Sentence, paragraph: Paragraph, used: set[Quotation]) -> Iterator[tuple[list[Word], bool]]:
    """The sentence cut at the marks of full quotations: runs of words that all stand inside one, or all outside."""
    run: list[Word] = []
    inside: Quotation | None = None
    for word in sentence.words:
        around = paragraph.quotation_at(word.start)
        now = around if around in used else None
        if now is not inside and run:
            yield run, inside is not None
            run = []
        inside = now
        if now is None or now.inner_start <= word.start < now.inner_end:
            run.append(word)
    if run:
        yield run, inside is not None
