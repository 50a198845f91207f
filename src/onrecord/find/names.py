"""Who and what a report names, and which of its names are one.

By rules: capital letters, titles, lists of countries and of words that end the names of bodies. Whom a surname alone
stands for is told by `surnames`.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from onrecord.find.acronyms import with_acronyms
from onrecord.find.capitals import has_body_word, in_sentence, known_as, plain_name
from onrecord.find.decode import KINDS
from onrecord.find.heads import is_plural, kind_of
from onrecord.find.kinds import is_role, settle_kinds
from onrecord.find.name import Name, Named
from onrecord.find.passage import Paragraph
from onrecord.find.phrases import Range, head_word, is_party
from onrecord.find.places import places
from onrecord.find.reader import ReadName
from onrecord.find.roles import role_words, roles
from onrecord.find.surnames import Surnames, is_one_person
from onrecord.find.tagged import tagged
from onrecord.find.words import words
from onrecord.model import EntityType
from onrecord.wordlists import listed, table

_LEADING = "|".join(sorted(listed("words", "bodies", "following")))
_FOLLOWING = "|".join(sorted(listed("words", "bodies", "followers")))
_LED = re.compile(rf"(?:[’']s?)? (?:(?:{_LEADING}) )?(?P<last>(?i:{_FOLLOWING}|office|admin))$")
_LED_OF = re.compile(rf"[Tt]he (?P<last>{_FOLLOWING}|office) of (?:[a-z]+ )?")
_FORCES = re.compile(
    r"(?:[Tt]he )?(?P<of>[A-Z][\w.]*(?: [A-Z][\w.]*)?) (?:military|army|navy|air force|armed forces|coast guard)"
)
_EVENT = re.compile(rf" (?:\d{{4}} )?(?:{'|'.join(listed('heads', 'events'))})\b")
_SIGNED = re.compile(r"(?P<name>\w[^(@]*?)\W* \(@\w+\)")
_WORD = r"[A-Z][\w’'&-]*"
_BODY = re.compile(rf"[Tt]he (?P<name>{_WORD}(?: (?:of|and|for|the|&|{_WORD})){{0,5}} (?P<last>{_WORD}))")
_BARE_BODY = re.compile(rf"(?P<name>{_WORD}(?: (?:of|and|for|the|&|{_WORD})){{0,5}} (?P<last>{_WORD}))")
_PLACED = r"(?:[A-Z][\w.]*(?:,? [A-Z][\w.]*)*-based )?"
_CAPITAL = r"[A-Z][\w.&-]*\w"
_CAPITALS = re.compile(rf"(?:[Tt]he )?{_PLACED}(?P<name>{_CAPITAL}(?: (?:&|{_CAPITAL})){{0,3}})")
_OPENING = re.compile(r"(?:\A|[.!?\n][”\"’)]?\s*|[“\"‘])(?:[Tt]he )?\Z")
_CAPITAL_NEXT = re.compile(r" [A-Z][a-z]")
_SPELT_SO = re.compile(r"[A-Z]{3}|[a-z][A-Z]|\w\.\w")
_OWNER = re.compile(r"[’']s (?=[A-Z])")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ff]ellow) $")
_THE = re.compile(r"\b[Tt]he \Z")
_NAME_NEXT = re.compile(r" [A-Z]")
_SHOUTED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’.]+(?: [A-ZÀ-Þ.'’]{2,})*\b")
_INITIAL = re.compile(r"(?<=[a-z]) [A-Z]\.?(?= [A-Z])")  # in the middle of a name: "Ann R. Roe" is "Ann Roe"
_SHORT = 3  # letters: words so short have no capital in any headline
_INITIAL_WORDS = 6  # words of a sentence among which its subject begins
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w.’'-]* (?:(?:of|for) (?:the )?)?$")  # of a longer name
_TWICE = 2  # times that a single word must be read as a name for it to be one where it is not read so
_SMALL_SHARE = 0.5  # of the longer words of a headline that is written like a sentence
_SURELY = 0.75
"""The network's mean probability of a place below which a word may be short for a firm that begins with it: in 400
articles of news no real place beside such a firm has less than 0.78."""
_PERSON = 0.5  # the network's probability of a person from which it is likelier one than all else
_SELVES = frozenset({"I", "We", "You", "He", "She", "It", "They", "This", "That", "Who", "The", "A", "An"})
"""Pronouns and articles at the head of a sentence, which the network takes for names at times; "US" and "IT" are none
of them."""
_TITLES = listed("titles", "either")
_COMPASS = frozenset({"North", "South", "East", "West"})
_STATE_NEXT = re.compile(r"[.,]{1,2} ?[A-Z]|-[A-Z]")
_PART = re.compile(r"[IVX\d]+")
_COMMON = re.compile(r"\b[a-z]+\b")


def names(
    text: str, paragraphs: list[Paragraph], read: Sequence[ReadName], dateline: Range | None = None
) -> list[Named]:
    """Everyone and everything that the paragraphs name.

    Args:
        text: the report's text.
        paragraphs: its paragraphs.
        read: the names that the network reads, in the report's characters and in order.
        dateline: the range of the dateline, if there is one.
    """
    body = [p for p in paragraphs if not p.is_headline or _is_sentence(p)]
    found = [name for p in body for s in p.sentences for name in tagged(s, in_sentence(s.words), read)]
    found += _again(text, body, found)
    settle_kinds(text, found)
    _unlist(found)
    _leave_events(text, found)
    found = _of_dateline(text, found, dateline)
    common = {m.group() for m in _COMMON.finditer(text)}
    surnames = {name.words[-1] for name in found if len(name.words) > 1}
    found = [
        name
        for name in found
        if not (
            _is_common(name, common)
            or _is_weekday(name)
            or is_party(name.words[0])
            or _is_member(text, name)
            or _is_title(name, surnames)
            or _is_in_brackets(text, name)
            or _is_adjective(name, surnames)
            or _is_numbered(name)
            or " ".join(name.words) in _SELVES
        )
    ]
    heads = [p for p in paragraphs if p.is_headline and not _is_sentence(p)]
    found += [name for p in heads for name in _in_headline(p, found)]
    return with_acronyms(text, _joined(text, sorted(found, key=lambda name: (name.start, name.end))))


def _again(text: str, body: Sequence[Paragraph], found: Sequence[Name]) -> list[Name]:
    """The places where a name stands once more that was read elsewhere in the report and not there."""
    bare = [(text[name.name_start : name.end], name) for name in found if name.chances]
    times = Counter(told for told, _ in bare)
    known = {told: name for told, name in bare if times[told] >= _TWICE or (" " in told and "\n" not in told)}
    if not known:
        return []
    longest = "|".join(re.escape(told) for told in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w’'-])(?:{longest})(?![\w-])(?! [A-Z])")
    taken = sorted((name.start, name.end) for name in found)
    added = []
    for sentence in (sentence for paragraph in body for sentence in paragraph.sentences):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            start, end = match.span()
            at = bisect_right(taken, (start, sys.maxsize))
            is_taken = (at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end)
            if is_taken or _CAPITAL_BEFORE.search(text, sentence.start, start):
                continue
            like, opens = known[match.group()], start == sentence.start
            is_near = text.count(" ", sentence.start, start) < _INITIAL_WORDS
            name = Name(start, end, start, like.words, like.kind, initial=is_near, opens=opens)
            name.canonical = like.canonical
            added.append(name)
    return added


def _of_dateline(text: str, found: list[Name], dateline: Range | None) -> list[Name]:
    """The names, with the place in capitals that opens a dateline as one of them: not "ROE" of "LOWER ROE"."""
    opening = _SHOUTED.match(text, *dateline) if dateline else None
    if opening is None:
        return found
    start, end = opening.span()
    inside = [name for name in found if name.start < end and start < name.end]
    if inside and not any(name.canonical for name in inside):
        whole = Name(start, end, start, tuple(opening.group().split()), "place", initial=True)
        return [whole, *(name for name in found if name not in inside)]
    return found


def _unlist(found: list[Name]) -> None:
    """Makes a listed place's name a person's where it is read so and ends a full name: "Chad" of "Ann Chad"."""
    surnames = {name.words[-1] for name in found if name.kind == "person" and len(name.words) > 1}
    for name in found:
        if name.canonical and name.chances and name.chances[0] >= _PERSON and " ".join(name.words) in surnames:
            name.kind, name.canonical = "person", None


def _leave_events(text: str, found: list[Name]) -> None:
    """Makes a capital a place where an event is called after it: "the Tokyo Olympics" are not the government's."""
    for name in found:
        if (
            name.canonical
            and places().get(" ".join(name.words), ("", ""))[1] == "capital"
            and _EVENT.match(text, name.end)
        ):
            name.kind, name.canonical = "place", None


def with_sources(text: str, named: list[Named], sources: Sequence[Range]) -> list[Named]:
    """The named and the bodies that speak but were not read as names: "the Farmers' League".

    Args:
        text: the report's text.
        named: everyone and everything that it is known to name.
        sources: ranges of the words that name who speaks.
    """
    taken = [(name.start, name.end) for one in named for name in one.names]
    groups: dict[str, Named] = {}
    known = {_key(one.label): one for one in named if one.kind == "organisation"}
    for start, end in sorted(set(sources)):
        led = _led(text, named, start, end) or _signed(text, named, start, end)
        if led is None and not _BODY.fullmatch(text, start, end):
            led = _unread(text, named, start, end)
        if led is not None and (led.start, led.end) not in taken:
            label = text[led.start : led.end]
            groups[_key(label)] = one = known.setdefault(_key(label), Named([], led.kind, label))
            one.names = sorted([*one.names, led], key=lambda name: name.start)
            continue
        start = _apposed(text, start, end)
        body = _BODY.fullmatch(text, start, end) or _BODY.fullmatch(text, start, text.find(", ", start, end))
        body = body or _owned(text, start, end)
        start, end = body.span() if body else (start, end)
        if body is None or is_role(body.group("last").lower()) or any(a < end and start < b for a, b in taken):
            continue
        name = Name(start, end, body.start("name"), tuple(body.group("name").split()), "organisation", initial=True)
        groups.setdefault(body.group("name"), Named([], "organisation", body.group("name"))).names.append(name)
    everyone = [*named, *(one for one in groups.values() if not any(one is other for other in named))]
    in_order = sorted(everyone, key=lambda one: (one.names[0].start, one.names[0].end))
    return with_acronyms(text, in_order) if groups else named


def _owned(text: str, start: int, end: int) -> re.Match[str] | None:
    """The body that ends a source behind its owner: "Norway’s Weir Ministry"."""
    mark = _OWNER.search(text, start, end)
    body = _BARE_BODY.fullmatch(text, mark.end(), end) if mark else None
    last = body["last"].lower() if body else ""
    return body if has_body_word([last]) or last in listed("words", "outlets") else None


def _apposed(text: str, start: int, end: int) -> int:
    """Where the name begins that stands behind what a body is: "its sales office, the Ostrell Trade Network"; else
    where the source does."""
    comma = text.find(", the ", start, end)
    told = words(text, start, comma) if comma > start else []
    return comma + 2 if told and kind_of(head_word(told)) == "organisation" else start


def _led(text: str, named: list[Named], start: int, end: int) -> Name | None:
    """The body that a source calls after whoever leads it, or whose forces they are: "Ms Roe’s office", "Senator Ann
    Roe’s campaign", "the office of Ann Roe", "the Spanish navy"."""
    behind, ahead = _LED.search(text, start, end), _LED_OF.match(text, start, end)
    forces = _FORCES.fullmatch(text, start, end)
    if forces and forces["of"] in places():
        begin = forces.start("of")
        return Name(begin, end, begin, tuple(text[begin:end].split()), "organisation", initial=True)
    inside = [name for one in named for name in one.names if start <= name.start < end]
    for name in inside:
        if behind and name.end == behind.start():
            words = (*name.words, behind["last"].lower())
            return Name(name.start, end, name.start, words, "organisation", initial=True)
        if ahead and name.start == ahead.end() and name.end == end and name.kind == "person":
            return Name(start, end, start, (*name.words, ahead["last"]), "organisation", initial=True)
    return None


def _signed(text: str, named: list[Named], start: int, end: int) -> Name | None:
    """The name that signs a post and that nobody read: "carla (@carlabigg)"."""
    signed = _SIGNED.fullmatch(text, start, end)
    if signed is None or any(start <= name.start < signed.end("name") for one in named for name in one.names):
        return None
    words = tuple(signed["name"].split())
    kind: EntityType = "organisation" if has_body_word([words[-1].lower()]) else "person"
    return Name(start, signed.end("name"), start, words, kind, quoted=True)


def _unread(text: str, named: list[Named], start: int, end: int) -> Name | None:
    """The name of nothing but words with capitals that speaks and that nobody read: "Business Weekly", "NRA"; a single
    word that opens a sentence only where no common word is written so."""
    alone = _CAPITALS.fullmatch(text, start, end)
    if alone is None or any(start <= name.start < end for one in named for name in one.names):
        return None
    words = tuple(alone["name"].split())
    lows = [word.lower() for word in words]
    is_common = lows[0] in listed("titles", "not_names") or is_role(lows[-1]) or is_plural(lows[-1])
    is_kind = words[-1] in listed("heads", "creeds") or places().get(words[-1], ("", ""))[1] == "demonym"
    is_person = any(one.kind == "person" and lows[-1] in one.label.lower().split() for one in named)
    is_any = _OPENING.search(text, 0, start) is not None and len(words) == 1 and not _SPELT_SO.search(words[0])
    is_titled = _CAPITAL_NEXT.match(text, end) is not None  # a headline, in which any word may have a capital
    if is_common or is_kind or is_person or is_any or is_titled:
        return None
    kind: EntityType = "person" if lows[0] in listed("titles", "given") and len(words) > 1 else "organisation"
    return Name(alone.start("name"), end, alone.start("name"), words, kind, initial=True)


def _is_sentence(headline: Paragraph) -> bool:
    """Whether a headline is written like a sentence, so that a capital in it tells a name."""
    long = [word for sentence in headline.sentences for word in sentence.words if len(word.text) > _SHORT]
    return sum(not word.is_capitalised for word in long) >= _SMALL_SHARE * len(long)


def _is_weekday(name: Name) -> bool:
    """Whether it is the name of a day and of nobody: "Thursday’s agreement"."""
    days = table("times")["weekdays"]
    return all(word.casefold() in days for word in name.words)


def _is_member(text: str, name: Name) -> bool:
    """Whether it is no name but says what somebody is, or several are: "the Democrat", "Republican Ann Roe",
    "Democrats", "Prosecutors", "the Pope"."""
    low = name.words[-1].lower()
    is_office = len(name.words) == 1 and low in listed("titles", "alone")
    if is_office and _THE.search(text, max(0, name.start - 5), name.start):
        return True
    single, members = low.removesuffix("s"), listed("heads", "persons", "members")
    if low != single and (single in members or is_role(single)) and len(name.words) == 1:
        return True
    return (len(name.words) == 1 and low in members) and (
        _ARTICLE.search(text, max(0, name.start - 8), name.start) is not None
        or _NAME_NEXT.match(text, name.end) is not None
    )


def _is_title(name: Name, surnames: Set[str]) -> bool:
    """Whether it is but a title, and nobody's surname: "Ambassador" of "Ambassador at Large Ann Roe"."""
    word = name.words[0]
    return len(name.words) == 1 and not name.titles and word.lower() in _TITLES and word not in surnames


def _is_in_brackets(text: str, name: Name) -> bool:
    """Whether it is the letter of a party before a state: "Sen. Ann Roe (R., Ariz.)"."""
    is_letter = name.words in (("D",), ("R",), ("I",))
    return is_letter and _STATE_NEXT.match(text, name.end) is not None


def _is_adjective(name: Name, surnames: Set[str]) -> bool:
    """Whether it is only the adjective of a country, party or faith, and nobody's surname: "Israeli", "Democratic"."""
    told = " ".join(name.words)
    is_bare = name.kind != "country" and not name.titles and name.words[-1] not in surnames
    return is_bare and (told in listed("heads", "creeds") or places().get(told, ("", ""))[1] == "demonym")


def _is_numbered(name: Name) -> bool:
    """Whether it is a part of a law or a book: "Article I", "Section 230"."""
    is_numbered = len(name.words) == 1 or _PART.fullmatch(name.words[1]) is not None
    return is_numbered and name.words[0] in listed("heads", "numbered")


def _is_common(name: Name, common: set[str]) -> bool:
    """Whether a single word at the head of its sentence stands elsewhere in the report without its capital."""
    alone = len(name.words) == 1 and name.opens and not name.titles and not name.canonical
    return alone and name.words[0].lower() in common


def _in_headline(headline: Paragraph, found: list[Name]) -> list[Name]:
    """Names that the body knows too: in such a headline any word may have a capital."""
    words = [word for sentence in headline.sentences for word in sentence.words]
    known = {name.words: name for name in found} | {
        (word,): name for name in found if name.kind == "person" for word in (name.words[-1],)
    }
    kept, i = [], 0
    while i < len(words):
        length = next(
            (n for n in range(min(5, len(words) - i), 0, -1) if tuple(word.text for word in words[i : i + n]) in known),
            0,
        )
        if length:
            like = known[tuple(word.text for word in words[i : i + length])]
            name = plain_name(words, i, i, i + length, like.kind)
            name.canonical = like.canonical if len(like.words) == length else None
            kept.append(name)
        elif words[i].text in places() and places()[words[i].text][1] != "demonym":
            kept.append(known_as(plain_name(words, i, i, i + 1, "country"), places()[words[i].text][0]))
        i += max(length, 1)
    return kept


def _joined(text: str, found: list[Name]) -> list[Named]:
    """One `Named` for all names of the same person or thing."""
    groups: dict[tuple[str, str], Named] = {}
    short: list[Name] = []
    unsure = _unsure_places(found)

    def may_be_body(name: Name) -> bool:
        return name.kind in ("person", "organisation") or name.words[0] in unsure

    for name in found:
        is_short = may_be_body(name) or name.words[0] in _COMPASS
        if len(name.words) == 1 and not name.canonical and is_short:
            short.append(name)
            continue
        _put(text, groups, name)
    _join_full_names(groups)
    short = sorted([*short, *_taken_out(groups)], key=lambda name: name.start)
    _describe(text, groups)
    people = [one for (kind, label), one in groups.items() if kind == "person" and " " in label]
    bodies = [label.split() for kind, label in groups if kind == "thing" and " " in label]
    firms = {words[0] for words in bodies if words[-1] not in listed("words", "bodies", "followers")}
    surnames = Surnames(text, people, [name for name in short if name.kind == "person"], firms)
    by_first = _by_first_word(groups, surnames.words())
    for name in short:
        is_person = name.kind == "person" and not _is_contrasted(text, name)
        body = _body(by_first, name) if may_be_body(name) else None
        owner = (surnames.owner(name) if is_person else None) or body or _half(text, groups, name)
        if owner is not None:
            owner.names.append(name)
        else:
            _put(text, groups, name)
    _join_longer(groups)
    _describe(text, groups)
    return sorted(groups.values(), key=lambda named: (named.names[0].start, named.names[0].end))


def _unsure_places(found: Iterable[Name]) -> set[str]:
    """The single words that are read as a place's name, but not surely: it may be short for a firm's."""
    chances: dict[str, list[float]] = {}
    for name in found:
        if len(name.words) == 1 and name.kind == "place" and not name.canonical and name.chances:
            chances.setdefault(name.words[0], []).append(name.chances[KINDS.index("place")])
    return {word for word, several in chances.items() if sum(several) / len(several) < _SURELY}


def _describe(text: str, groups: dict[tuple[str, str], Named]) -> None:
    """Put the names of each into order, and the roles that stand beside them to it."""
    for named in groups.values():
        named.names.sort(key=lambda name: name.start)
        named.roles = roles(text, named)
        named.role_words = role_words(text, named)


def _join_full_names(groups: dict[tuple[str, str], Named]) -> None:
    """Put a person's names with a middle name, or with the given name for short, to the only one that they fit."""
    people = [label for kind, label in groups if kind == "person" and " " in label]
    for n, label in enumerate(people):
        same = [other for other in people if other != label and is_one_person(label, other)]
        if len(same) == 1 and same[0] in people[:n] and ("person", same[0]) in groups:
            groups["person", same[0]].names += groups.pop(("person", label)).names


def _join_longer(groups: dict[tuple[str, str], Named]) -> None:
    """Put a person's full name and the only longer one that begins with it together, under the one used more often:
    "Anna Vega" and "Anna Vega Lund", but not "Peter Roe" and "Peter Roe Jr."."""
    people = {label for kind, label in groups if kind == "person" and " " in label}
    for label in sorted(people):
        rest = {other: other.removeprefix(f"{label} ") for other in people if other.startswith(f"{label} ")}
        longer = [other for other, more in rest.items() if more.strip(".") not in listed("titles", "behind")]
        if len(rest) == 1 and longer and all(("person", one) in groups for one in (label, *longer)):
            kept, gone = sorted((label, *longer), key=lambda one: (-len(groups["person", one].names), len(one)))
            groups["person", kept].names += groups.pop(("person", gone)).names


def _taken_out(groups: dict[tuple[str, str], Named]) -> list[Name]:
    """The names of several words that end a person's longer name, which leave the groups: "Van der Roe"."""
    people = {key: one for key, one in groups.items() if key[0] == "person" and " " in key[1]}
    surnames = Surnames("", people.values(), ())
    out = [key for key, one in people.items() if surnames.has(one.names[0])]
    return [name for key in out for name in groups.pop(key).names]


def _by_first_word(groups: dict[tuple[str, str], Named], people: frozenset[str]) -> dict[str, Named]:
    """The firms by the first word of a longer name, where it is the first of no other's and no person's: "Tolland" of
    "Tolland Mills Ltd"."""
    found: dict[str, list[Named]] = {}
    for named in groups.values():
        words = named.label.split()
        is_firm = words[-1].strip(".").casefold() in listed("heads", "firms", "names")
        if named.kind == "organisation" and len(words) > 1 and is_firm:
            found.setdefault(words[0].casefold(), []).append(named)
    return {word: bodies[0] for word, bodies in found.items() if len(bodies) == 1 and word not in people}


def _body(bodies: dict[str, Named], name: Name) -> Named | None:
    """The body whose longer name begins with this single word, which has no title in front."""
    return None if name.titles else bodies.get(name.words[0].casefold())


def _half(text: str, groups: dict[tuple[str, str], Named], name: Name) -> Named | None:
    """The only country whose name begins with the point of the compass by which it is called: "the North"."""
    if name.words[0] not in _COMPASS or not _THE.search(text, max(0, name.start - 5), name.start):
        return None
    halves = [one for one in groups.values() if one.kind == "country" and one.label.startswith(f"{name.words[0]} ")]
    return halves[0] if len(halves) == 1 else None


def _put(text: str, groups: dict[tuple[str, str], Named], name: Name) -> None:
    label = name.canonical or " ".join(text[name.name_start : name.end].split())
    key = ("country" if name.canonical else "person" if name.kind == "person" else "thing", _key(label))
    if key in groups:
        groups[key].names.append(name)
    else:
        groups[key] = Named([name], name.kind, label)


def _key(label: str) -> str:
    low = re.sub(r"^the |[’']s?\b", "", _INITIAL.sub("", label).casefold())
    parts = [word for word in low.split() if word not in listed("words", "bodies", "following")]
    is_led = len(parts) > 1 and parts[-1] in listed("words", "bodies", "followers")
    return " ".join(parts[-2:]) if is_led else low


def _is_contrasted(text: str, name: Name) -> bool:
    """Whether a surname is told from another: "the elder Smith"."""
    return (
        re.search(r"\b(?:elder|younger|older|late|other|senior|junior)\s+$", text[max(0, name.start - 20) : name.start])
        is not None
    )
