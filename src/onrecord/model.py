"""The nouns of onrecord, frozen. Their JSON form is the export format `onrecord/1`.

A record is made of these and nothing else. `null` (None) always means that the record does not know.
Offsets are half-open and count Unicode code points of `Report.text`. Dates are EDTF strings: `2019-01-15`,
`2019-02`, `2019` or an interval `2018-12-10/2018-12-17`; never a made-up day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

FORMAT: Literal["onrecord/1"] = "onrecord/1"

EntityType = Literal["person", "organisation", "country", "place", "group", "unnamed"]
Form = Literal["direct", "indirect", "mixed"]
Mode = Literal["said", "held"]
Act = Literal["assert", "allege", "deny", "demand", "commit", "warn", "concede", "support", "criticise"]
PublishedBasis = Literal["stated", "metadata", "inferred"]
Status = Literal["happened", "planned", "possible", "alleged", "denied"]
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
)  # fmt: skip
"""The types of PLOVER (Halterman and others 2023), and OTHER for an event that is none of them."""
Stance = Literal["for", "against", "unclear"]
CorrectionState = Literal["applied", "overruled", "undone", "lost"]


def content_id(*parts: object) -> str:
    """Twelve hex digits made from `parts` alone: the same parts give the same id, always and everywhere."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]


class Span(msgspec.Struct, frozen=True):
    """A stretch of a report; `text` is exactly `Report.text[start:end]`."""

    report: str
    start: int
    end: int
    text: str

    @property
    def words(self) -> Span:
        """Its words, and nothing else that is known of them."""
        return Span(self.report, self.start, self.end, self.text)


class Mention(Span, frozen=True):
    """Words that name someone or something, title or role in front; `name` is the range of the bare name."""

    name: tuple[int, int]

    @property
    def bare(self) -> str:
        """The name alone."""
        return self.text[self.name[0] - self.start : self.name[1] - self.start]

    @property
    def before(self) -> str:
        """What stands in front of the name: a title, a role."""
        return self.text[: self.name[0] - self.start]


class Role(msgspec.Struct, frozen=True, rename={"since": "from", "until": "to"}):
    """An office or role that a report gives to an entity, and the dates of the reports that give it."""

    role: str
    since: str | None
    until: str | None
    mention: Span


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A news report as published.

    `id` comes from the SHA-256 of its bytes, so the same bytes found twice are one report with two `files`.
    `outlet` is a span where the text names it and a string where metadata does. `noise` is what scraping left.
    """

    id: str
    file: str
    files: tuple[str, ...]
    sha256: str
    text_sha256: str
    text: str
    extracted: bool = False
    """True where `text` was taken out of a container, so that it is not the file's own text."""
    language: str
    headline: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    outlet: Span | str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    published_why: str | None = None
    noise: tuple[Span, ...] = ()
    copy_of: str | None = None

    @property
    def origin(self) -> str:
        """The id of the report that this one prints the text of, or its own: copies of one text have one origin."""
        return self.copy_of or self.id

    def span(self, start: int, end: int) -> Span:
        """The span of this report from `start` to `end`.

        Raises:
            ValueError: the range is empty or outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no span {start}-{end} in a text of {len(self.text)} characters")
        return Span(self.id, start, end, self.text[start:end])


class Unread(msgspec.Struct, frozen=True):
    """An input that could not be read, and why."""

    file: str
    why: str


class Reading(msgspec.Struct, frozen=True):
    """A report with the bytes that it was read from, as they were found."""

    report: Report
    original: bytes


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A person, organisation, country, place, group or unnamed source, in one report or across reports."""

    id: str
    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether a report gives it a name, and not only a description."""
        return self.type not in ("unnamed", "group")


class Candidate(msgspec.Struct, frozen=True):
    """Somebody who may be the speaker; `score` is 0–1."""

    entity: str
    score: float


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution in one report: somebody other than the writer says, writes or holds something.

    `content` is what was said, in its parts and in order, without cue, source and outer quotation marks.
    `speaker` is the id of an entity, `speaker_why` the link that led there, or why there is none.
    `confidence` (0–1) is the measured share of right statements among those that the same rule finds.
    """

    id: str
    report: str
    content: tuple[Span, ...]
    form: Form
    source: Span | None
    cue: Span | None
    speaker: str | None
    speaker_why: str | None
    candidates: tuple[Candidate, ...] = ()
    to: str | None = None
    inside: str | None = None
    act: Act
    mode: Mode
    said_on: str | None = None
    said_on_why: str | None = None
    """What gives the date; None where there is none."""
    when: Span | None = None
    """The words of the report that tell when it was said, if it has any."""
    occasion: Span | None = None
    relayed_by: tuple[Span, ...] = ()
    confidence: float


TimeKind = Literal[
    "date",
    "day",
    "month",
    "this month",
    "weekday",
    "weekend",
    "days",
    "weeks",
    "months",
    "years",
    "season",
    "quarter",
    "vague",
    "anchored",
    "duration",
]
TimeUse = Literal["when", "limit", "thing", "post", "picture", "old picture"]


class Time(Span, frozen=True):
    """Words that tell when, as they tell it, before anyone knows when the report appeared.

    `kind` and `value`:

    - "date": an EDTF date, interval or decade's interval ("2019-01-15", "2019/2021");
    - "day": a month and day without a year ("01-15"), or two of them ("03-03/03-05");
    - "month": a month without a year ("02"); "this month": one that the report says it is still in;
    - "weekday": 0 (Monday) to 6;
    - "days", "weeks", "months", "years", "weekend": how many before (negative) or after publication, 0 the present one;
    - "season": SP, SU, FA or WI, with a year in front where it is told ("2012-SP"); "quarter": 1 to 4 of a year that is
      not told;
    - "vague": "recent weeks", "a few days ago"; "anchored": so many units from another time ("2 days"); "duration": a
      length in ISO 8601 ("P3Y"). These three mean no days.

    `ahead` where the words look forward, `past` where their clause looks back. `weekday` is the day of the week that is
    told beside it ("Tuesday, 15 January"). `use`: "when" says when something is, "limit" is a limit or an origin ("by
    Friday"), "thing" belongs to a noun ("the December arrest", "Friday's vote"), "post" signs a post that the report
    shows ("(@name) May 3"), "picture" is the day of one, "old picture" that of one which comes from a file.
    """

    kind: TimeKind
    value: str
    ahead: bool
    past: bool = False
    weekday: int | None = None
    use: TimeUse = "when"

    @property
    def is_day(self) -> bool:
        """Whether it means a day, or the few days of one name, and nothing longer."""
        return self.kind in ("day", "weekday", "days") or (self.kind == "date" and len(self.value) == len("2019-01-15"))


class EventMention(Span, frozen=True):
    """Words that tell of an event; `trigger` is the range of the word that names it."""

    trigger: tuple[int, int]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One mention of an event in one report, before mentions are matched."""

    mention: EventMention
    lemma: str
    """The verb by which the deed is known: "arrest" for "arrested" and "the arrest"."""
    type: str
    status: Status
    agent: str | None
    patient: str | None
    """Ids of entities, as they hold within the report."""
    place: Span | None
    when: Time | None
    """The words of the report that tell when, if it has any."""
    inside: str | None
    """The statement in whose content it stands."""
    confidence: float
    """That the words tell of an event, 0–1."""
    is_noun: bool = False
    """Whether a noun tells it: "the arrest"."""
    patient_owns: bool = False
    """Whether it is done to a thing of the patient's: "froze NAME's accounts"."""
    doer: str | None = None
    """The bare word for the public body that does it, where the report names none: "police"."""
    said: str | None = None
    """The statement that was made by it ("charged"), or on it ("said at a hearing")."""


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What one report says, read by itself: its entities (ids hold within the report) and its statements."""

    report: str
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    times: tuple[Time, ...] = ()
    """The times that the report tells in its own voice, outside what anyone says."""
    quoted_times: tuple[Time, ...] = ()
    """The times inside quotation marks."""
    events: tuple[Told, ...] = ()
    """The mentions of events, in order."""


class Utterance(msgspec.Struct, frozen=True):
    """One act of speaking, as two or more statements report it."""

    id: str
    statements: tuple[str, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, or is planned, possible, alleged or denied: who to whom, when, where.

    `what` is the mention that tells most; `agent` and `patient` are ids of entities.
    """

    id: str
    type: str
    what: Span
    agent: str | None
    patient: str | None
    date: str | None
    date_why: str | None = None
    """What gives the date; None where there is none."""
    place: Span | None
    status: Status
    mentions: tuple[EventMention, ...]


class Position(msgspec.Struct, frozen=True):
    """A statement's stance on a point."""

    statement: str
    stance: Stance
    why: str | None = None
    """What shows the stance."""


class Point(msgspec.Struct, frozen=True, rename={"taken_from": "from"}):
    """A point in dispute; `taken_from` is the statement that its wording was taken from."""

    id: str
    proposition: str
    taken_from: str
    positions: tuple[Position, ...]

    @property
    def has_two_sides(self) -> bool:
        """Whether a statement is for it and another against it."""
        return {"for", "against"} <= {one.stance for one in self.positions}


class Conflict(msgspec.Struct, frozen=True):
    """A place where reports of one affair disagree."""

    id: str
    about: str
    kind: str
    sides: tuple[Span, ...]


class Link(msgspec.Struct, frozen=True):
    """A judgement that `a` and `b` are, or are not, the same: its score (0–1), reason and author."""

    kind: str
    a: str
    b: str
    score: float
    why: str
    by: Literal["machine", "person"] = "machine"


class Correction(msgspec.Struct, frozen=True):
    """What a person changed or confirmed: never altered, and undone only by another correction.

    `target` is the id of an item of the given `kind` ("correction" for an undo), `old` and `new` are the values shown
    before and after, all as they were when it was made. The last three fields say what it does in this record.
    """

    id: str
    target: str
    change: str
    old: str | None
    new: str | None
    by: str
    when: str
    why: str
    kind: str = "statement"
    at: tuple[Span, ...] = ()
    """The words that the target stood on: a later reading finds it again by them. Their report may be gone."""
    new_at: tuple[Span, ...] = ()
    """The words of the item that `new` names, or the words that a content now has."""
    state: CorrectionState = "applied"
    """"overruled": a later correction, or a rejection, stands over it; "lost": nothing here stands on its words."""
    applies_to: str | None = None
    """The id that the target has in this record; None where it is undone or lost."""
    machine: str | None = None
    """What the machine reads today where this correction says `new`; None where it reads nothing."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """The whole: what the reports of an affair say, and what could not be read."""

    format: Literal["onrecord/1"] = FORMAT
    reports: tuple[Report, ...] = ()
    unread: tuple[Unread, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    events: tuple[Event, ...] = ()
    points: tuple[Point, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    links: tuple[Link, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Every span in the record, each with the id of the item that it belongs to."""
        for items in (self.reports, self.entities, self.statements, self.events, self.conflicts):
            for item in items:
                for span in _spans_in(item):
                    yield item.id, span


def _spans_in(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _spans_in(getattr(value, field))
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans_in(part)


def report_id(data: bytes) -> str:
    """The id of the report that has these bytes."""
    return hashlib.sha256(data).hexdigest()[:12]


def statement_id(report: str, content: tuple[Span, ...], cue: Span | None, mode: str) -> str:
    """A statement's id: of its report, its ranges and its kind."""
    ranges = ",".join(f"{part.start}-{part.end}" for part in content)
    return content_id("statement", report, ranges, f"{cue.start}-{cue.end}" if cue else "", mode)


def entity_id(mention: Span) -> str:
    """An entity's id: of its earliest mention."""
    return content_id("entity", mention.report, mention.start, mention.end)


def event_id(mention: Span) -> str:
    """An event's id: of its earliest mention."""
    return content_id("event", mention.report, mention.start, mention.end)


def utterance_id(earliest: str) -> str:
    """An utterance's id: of its earliest statement's id."""
    return content_id("utterance", earliest)


def encode(value: Any) -> bytes:
    """`value` as JSON, fields in the order of their declaration: the same value gives the same bytes."""
    return msgspec.json.encode(value)


def decode_record(data: bytes) -> Record:
    """The record in an `onrecord/1` export.

    Raises:
        ValueError: `data` is not such an export.
    """
    return msgspec.json.decode(data, type=Record)


def decode_findings(data: bytes) -> Findings:
    """Findings that `encode` wrote.

    Raises:
        ValueError: `data` are not findings.
    """
    return msgspec.json.decode(data, type=Findings)
