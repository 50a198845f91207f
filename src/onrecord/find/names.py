"""Names in a report: who and what is named, with the title or role in front, and which names are one.

By rules: capital letters, titles, lists of countries and of words that end the names of bodies. Within a report a surname
alone stands for the one person whose full name has it; two who share it leave it open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from onrecord.find.cues import verb_at
from onrecord.find.passage import Paragraph
from onrecord.find.phrases import is_auxiliary
from onrecord.find.words import Word, listed, table, words
from onrecord.model import EntityType

_PARTICLES = frozenset({"de", "da", "do", "dos", "del", "della", "di", "du", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "ter"})
_PLACE_BEFORE = frozenset({"in", "at", "near", "outside", "from", "around", "across", "to", "into", "toward", "towards", "of"})
_GOVERNMENT = frozenset({"government", "administration", "authorities", "side", "state"})


@dataclass
class Name:
    """One occurrence of a name: the range with title or role in front, the range of the bare name, its words, its kind."""

    start: int
    end: int
    name_start: int
    words: tuple[str, ...]
    kind: EntityType
    titles: tuple[str, ...] = ()
    canonical: str | None = None
    """The name under which lists know it: "United States" for "Washington"."""
    initial: bool = False
    """Whether it stands near the beginning of its sentence, so that it may be the subject."""
    opens: bool = False
    """Whether it is the very first word of its sentence."""


@dataclass
class Named:
    """Someone or something that a report names: all its names in order."""

    names: list[Name]
    kind: EntityType
    label: str
    roles: list[tuple[int, int]] = field(default_factory=list)
    role_words: frozenset[str] = frozenset()

    @property
    def gender(self) -> str | None:
        """"male", "female", or None where no title or given name tells."""
        for name in self.names:
            for title in name.titles:
                for gender in ("male", "female"):
                    if title in listed("titles", gender):
                        return gender
        for gender in ("male", "female"):
            if self.role_words & listed("words", "kin", gender):
                return gender
        first = self.label.split()[0].lower() if self.label else ""
        for gender in ("male", "female"):
            if first in listed("titles", f"names_{gender}"):
                return gender
        return None


def names(text: str, paragraphs: list[Paragraph]) -> list[Named]:
    """Everyone and everything that the paragraphs name."""
    body = [p for p in paragraphs if not p.is_headline]
    found = [name for p in body for s in p.sentences for name in _in_sentence(text, s.words)]
    found = [name for name in found if name.words and not _is_only_initial(text, name)]
    _settle_kinds(text, found)
    heads = [p for p in paragraphs if p.is_headline]
    found += [name for p in heads for name in _in_headline(p, found)]
    return _joined(text, sorted(found, key=lambda name: (name.start, name.end)))


def _is_only_initial(text: str, name: Name) -> bool:
    """Whether a single word has its capital only because it begins a sentence: no verb follows it, and nowhere else does it stand so."""
    if len(name.words) > 1 or not name.opens or name.titles or name.canonical:
        return False
    after = words(text, name.end, min(len(text), name.end + 40))
    if after and (after[0].text in ("’s", "'s") or is_auxiliary(after[0]) or verb_at(after, 0) is not None):
        return False
    return re.search(rf"[\w,;] {re.escape(name.words[0])}\b", text) is None


def _in_headline(headline: Paragraph, found: list[Name]) -> list[Name]:
    """Names that the body knows too: in a headline any word may have a capital."""
    words = [word for sentence in headline.sentences for word in sentence.words]
    known = {name.words: name for name in found} | {(word,): name for name in found if name.kind == "person" for word in (name.words[-1],)}
    kept, i = [], 0
    while i < len(words):
        length = next((n for n in range(min(5, len(words) - i), 0, -1) if tuple(word.text for word in words[i : i + n]) in known), 0)
        if length:
            like = known[tuple(word.text for word in words[i : i + length])]
            name = _name(words, i, i, i + length, like.kind)
            name.canonical = like.canonical if len(like.words) == length else None
            kept.append(name)
        elif words[i].text in _places() and _places()[words[i].text][1] != "demonym":
            kept.append(_with(_name(words, i, i, i + 1, "country"), _places()[words[i].text][0]))
        i += max(length, 1)
    return kept


def _in_sentence(text: str, words: list[Word]) -> Iterator[Name]:
    i = 0
    while i < len(words):
        stop = _run_end(words, i)
        if stop == i:
            i += 1
            continue
        yield from _split(text, words, i, stop)
        i = stop


def _run_end(words: list[Word], i: int) -> int:
    """The end of the run of capitalised words that begins at `i`; `i` itself if none does."""
    if not _is_name_word(words, i):
        return i
    j = i + 1
    while j < len(words):
        if _is_name_word(words, j) and not _is_no_name(words, j):
            j += 1
        elif words[j].text in ("&", "-") and j + 1 < len(words) and words[j + 1].is_capitalised:
            j += 2
        elif words[j].low in _PARTICLES and j + 1 < len(words) and words[j + 1].is_capitalised:
            j += 2
        elif words[j].low == "of" and _joins_body(words, i, j):
            j += 2 if words[j + 1].is_capitalised else 3
        elif words[j].text == "." and (len(words[j - 1].text) == 1 or words[j - 1].low in listed("words", "abbreviations")):
            j += 1
        else:
            break
    return j


def _is_name_word(words: list[Word], i: int) -> bool:
    word = words[i]
    return word.is_capitalised and not word.is_mark and not re.match(r"[DRI]-[A-Z]", word.text)


def _joins_body(words: list[Word], first: int, j: int) -> bool:
    """Whether "of" belongs to the name: "Ministry of Health", "Bank of England", "University of the North"."""
    if not _has_body_word([word.low for word in words[first:j]]) and words[j - 1].low not in ("republic", "union", "kingdom", "house", "board"):
        return False
    after = words[j + 1] if j + 1 < len(words) else None
    later = words[j + 2] if j + 2 < len(words) else None
    return after is not None and (after.is_capitalised or (after.low == "the" and later is not None and later.is_capitalised))


def _has_body_word(lows: list[str]) -> bool:
    return any(low in listed("words", "bodies", "words") for low in lows)


def _split(text: str, words: list[Word], start: int, stop: int) -> Iterator[Name]:
    """The names in a run: modifiers and titles in front are taken off, and give names of their own where they are ones."""
    i = start
    while i < stop and _is_no_name(words, i):
        i += 1
    if i >= stop:
        return
    titles_end = max((k + 1 for k in range(i, stop) if _is_title(words[k])), default=i)
    rest = [word.low for word in words[titles_end:stop]]
    if i < titles_end and not rest:
        before = next(k for k in range(i, titles_end) if _is_title(words[k]) or _is_modifier(words[k]))
        yield from _plain(text, words, i, before)
    elif i < titles_end and not _has_body_word(rest) and not _is_modifier(words[titles_end]):
        before = next(k for k in range(i, titles_end) if _is_title(words[k]) or _is_modifier(words[k]))
        yield from _plain(text, words, i, before)
        yield _person(words, _modified_from(words, i), titles_end, stop)
    elif _role_start(words, i) < i:
        yield _person(words, _role_start(words, i), i, stop)
    else:
        yield from _plain(text, words, i, stop)


def _is_no_name(words: list[Word], i: int) -> bool:
    """Whether a capitalised word begins no name: "The", "Monday"; "Will" and "May" only where they open a sentence or a date."""
    word = words[i]
    if word.text in ("US", "UN", "WHO") or word.low not in listed("titles", "not_names"):
        return False
    if word.low in ("will", "may", "march", "mark", "can"):
        beside = [words[k].text for k in (i - 1, i + 1) if 0 <= k < len(words)]
        return i == 0 or any(text[0].isdigit() for text in beside) or words[i - 1].low in ("in", "since", "last", "until", "by")
    return True


def _is_modifier(word: Word) -> bool:
    return word.low in listed("titles", "modifiers")


def _is_title(word: Word) -> bool:
    low = word.low
    return any(low in listed("titles", group) for group in ("male", "female", "either"))


def _role_start(words: list[Word], i: int) -> int:
    """Where the title or role in front of the name at `i` begins; `i` if there is none: "its founder NAME", "X's chief NAME"."""
    j = i
    while j > 0:
        before = words[j - 1]
        if _is_title(before) or (_is_modifier(before) and (j < i or before.low in ("former", "state"))):
            j -= 1
        elif before.text == "." and j > 1 and _is_title(words[j - 2]):
            j -= 2
        elif before.low == "of" and j > 1 and j < i and _is_title(words[j - 2]):
            j -= 2
        else:
            break
    if j == i or not any(_is_title(word) for word in words[j:i]):
        return i
    return _modified_from(words, j)


def _modified_from(words: list[Word], j: int) -> int:
    """Where a role begins whose first title stands at `j`: with the body or country in front, "the X spokesman"."""
    k = j
    while k > 0 and (words[k - 1].is_capitalised and not words[k - 1].is_mark or words[k - 1].text in ("’s", "'s", "&") or _is_modifier(words[k - 1])):
        k -= 1
    while k < j and (words[k].low in listed("titles", "not_names") and words[k].text not in ("US", "UN") or words[k].text in ("’s", "'s")):
        k += 1
    return k


def _person(words: list[Word], first: int, name: int, stop: int) -> Name:
    titles = tuple(word.low for word in words[first:name])
    kind: EntityType = "person"
    return _name(words, first, name, stop, kind, titles)


def _name(words: list[Word], first: int, name: int, stop: int, kind: EntityType, titles: tuple[str, ...] = ()) -> Name:
    while stop > name + 1 and words[stop - 1].is_mark:
        stop -= 1
    texts = tuple(word.text for word in words[name:stop] if not word.is_mark)
    return Name(words[first].start, words[stop - 1].end, words[name].start, texts, kind, titles, initial=first < 6, opens=all(word.is_mark for word in words[:first]))


def _plain(text: str, words: list[Word], start: int, stop: int) -> Iterator[Name]:
    """Names without a title: countries are told by the list; the rest is settled by what the whole report says of it."""
    i = start
    while i < stop:
        length, canonical, how = _listed_at(words, i, stop)
        rest_is_name = i + length < stop and how != "demonym"
        if canonical and how == "demonym" and i + 1 < len(words) and words[i + 1].low in _GOVERNMENT:
            yield _with(_name(words, i, i, i + 2, "country"), canonical)
            i += 2
        elif canonical and how == "country" and _described_body(words, i, stop) > stop and i == start:
            yield _name(words, i, i, _described_body(words, i, stop), "organisation")
            yield _with(_name(words, i, i, i + length, "country"), canonical)
            return
        elif canonical and how != "demonym" and not rest_is_name and i == start:
            kind = _kind_of_listed(words, i, how)
            yield _with(_name(words, i, i, i + length, kind), None if kind == "place" else canonical)
            if i + length < len(words) and words[i + length].low in _GOVERNMENT and kind == "country":
                pass
            i += length
        elif (described := _described_body(words, i, stop)) > stop and (how == "demonym" or i == start):
            yield _name(words, i, i, described, "organisation")
            return
        elif how == "demonym" and (i + length >= stop or i == start):
            if i + length < stop and _has_body_word([w.low for w in words[i:stop]]):
                yield _name(words, i, i, stop, "organisation")
                return
            i += length
        else:
            yield _name(words, i, i, stop, "unnamed")
            if canonical and how != "demonym":
                yield _with(_name(words, i, i, i + length, "country" if how != "union" else "organisation"), canonical)
            return


def _described_body(words: list[Word], i: int, stop: int) -> int:
    """The end of a body's description that begins with a name: "Portuguese environment ministry", "Kent fire service"; else `stop`."""
    first = stop + 1 if stop < len(words) and words[stop].text in ("’s", "'s") else stop
    for j in range(first, min(first + 4, len(words))):
        low = words[j].low
        if words[j].is_mark or words[j].is_capitalised or low in listed("words", "prepositions") or low in listed("words", "auxiliaries"):
            return stop
        if low in ("ministry", "authority", "agency", "commission", "service", "council", "regulator", "inspectorate", "prosecutors", "police",
                   "court", "parliament", "army", "intelligence", "office", "union", "committee", "department"):
            further = j + 1 < len(words) and words[j + 1].low in ("service", "office", "department", "union", "agency", "authority", "services")
            return j + (2 if further else 1)
        if low in listed("words", "determiners") or low in listed("words", "adverbs") or low in listed("words", "conjunctions"):
            return stop
    return stop


def _with(name: Name, canonical: str | None) -> Name:
    name.canonical = canonical
    return name


def _kind_of_listed(words: list[Word], i: int, how: str) -> EntityType:
    if how == "union":
        return "organisation"
    before = words[i - 1].low if i else ""
    return "place" if how == "capital" and before in _PLACE_BEFORE else "country"


def _listed_at(words: list[Word], i: int, stop: int) -> tuple[int, str | None, str]:
    """The longest listed name at word `i`: its length in words, its canonical name, and what it is."""
    for length in range(min(4, stop - i), 0, -1):
        found = _places().get(" ".join(word.text for word in words[i : i + length]))
        if found:
            return length, found[0], found[1]
    return 1, None, ""


@cache
def _places() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for country, entry in table("countries")["countries"].items():
        for demonym in entry.get("demonyms", ()):
            found[demonym] = (country, "demonym")
        for seat in [*entry.get("seats", ()), *([entry["capital"]] if "capital" in entry else ())]:
            found[seat] = (country, "capital")
        for name in (country, *entry.get("names", ())):
            found[name] = (country, "country")
    for union, others in table("countries")["unions"].items():
        found.update({name: (union, "union") for name in (union, *others)})
    return found


def _country(word: str) -> bool:
    return _places().get(word, ("", ""))[1] == "country"


def _demonym(word: str) -> bool:
    return _places().get(word, ("", ""))[1] == "demonym"


def _settle_kinds(text: str, found: list[Name]) -> None:
    """Decide what each untitled name is, by the titled ones, given names, body words and what stands around it."""
    people = {word for name in found if name.kind == "person" for word in (name.words[0], name.words[-1], " ".join(name.words))}
    votes: dict[str, Counter[EntityType]] = {}
    for name in found:
        if name.kind == "unnamed":
            kind, weight = _guess(text, name, people)
            votes.setdefault(" ".join(name.words), Counter())[kind] += weight
    full = {key for key, vote in votes.items() if vote.most_common(1)[0][0] == "person"}
    surnames = {key.split()[-1] for key in full if " " in key} | {key.split()[0] for key in full if " " in key} | people
    for name in found:
        if name.kind == "unnamed":
            key = " ".join(name.words)
            best = max(votes[key].items(), key=lambda item: (item[1], item[0] == "place", item[0]))[0]
            name.kind = "person" if " " not in key and key in surnames and not _has_body_word([key.lower()]) else best


def _guess(text: str, name: Name, people: set[str]) -> tuple[EntityType, int]:
    """What one occurrence of a name says of its kind, and how much that weighs."""
    lows = [word.lower() for word in name.words]
    key = " ".join(name.words)
    before = re.search(r"(\w+)\s+$", text[max(0, name.start - 20) : name.start])
    word_before = before.group(1).lower() if before else ""
    after = text[name.end : name.end + 24]
    if _has_body_word(lows):
        return "organisation", 9
    if key in people or (len(lows) > 1 and name.words[-1] in people):
        return "person", 9
    if any(word.isupper() and len(word) > 1 for word in name.words):
        return "organisation", 9
    if lows[0] in listed("titles", "names_male") | listed("titles", "names_female"):
        return "person", 4
    if 2 <= len(lows) <= 4 and (re.match(r", \d\d\b", after) or re.match(r", (?:who|its|his|her|chief|head|former)\b", after)):
        return "person", 4
    if word_before in _PLACE_BEFORE - {"of", "to", "from"} and len(lows) <= 3:
        return "place", 4
    if word_before == "the" or len(lows) > 4:
        return "organisation", 3
    if len(lows) == 1:
        return "organisation", 1
    if word_before in _PLACE_BEFORE:
        return "place", 2
    behind = words(text, name.end, min(len(text), name.end + 40))
    return "person", 3 if behind and verb_at(behind, 0) is not None else 1


def _joined(text: str, found: list[Name]) -> list[Named]:
    """One `Named` for all names of the same person or thing."""
    groups: dict[tuple[str, str], Named] = {}
    short: list[Name] = []
    for name in found:
        if name.kind == "person" and len(name.words) == 1:
            short.append(name)
            continue
        _put(groups, name)
    for named in groups.values():
        named.roles = _roles(text, named)
        named.role_words = _role_words(text, named)
    for name in short:
        owner = _owner(groups, name)
        if owner is not None:
            owner.names.append(name)
        else:
            _put(groups, name)
    for named in groups.values():
        named.names.sort(key=lambda name: name.start)
        named.roles = _roles(text, named)
        named.role_words = _role_words(text, named)
    return sorted(groups.values(), key=lambda named: (named.names[0].start, named.names[0].end))


def _put(groups: dict[tuple[str, str], Named], name: Name) -> None:
    label = name.canonical or " ".join(name.words)
    key = ("country" if name.canonical else "person" if name.kind == "person" else "thing", _key(label))
    if key in groups:
        groups[key].names.append(name)
    else:
        groups[key] = Named([name], name.kind, label)


def _key(label: str) -> str:
    return re.sub(r"^the ", "", label.casefold())


def _owner(groups: dict[tuple[str, str], Named], name: Name) -> Named | None:
    """The one person whose full name begins or ends with this single name and whose gender does not speak against it."""
    single = name.words[0].casefold()
    gender = Named([name], "person", "").gender if name.titles else None
    matches = [
        named
        for (kind, label), named in groups.items()
        if kind == "person" and " " in label and single in (label.split()[0], label.split()[-1])
        and (gender is None or named.gender in (None, gender))
    ]
    last = [named for named in matches if named.label.casefold().split()[-1] == single]
    matches = last if len(matches) > 1 and len(last) == 1 else matches
    return matches[0] if len(matches) == 1 else None


def _role_words(text: str, named: Named) -> frozenset[str]:
    """The heads of a person's roles: not "the owner's daughter" for "owner"."""
    return frozenset(word for start, end in named.roles for word in re.findall(r"[\w-]+", re.split(r" (?:of|for) ", text[start:end].lower())[0]))


def _roles(text: str, named: Named) -> list[tuple[int, int]]:
    """Ranges of the roles that the report gives to a person: before the name, or behind it between commas."""
    if named.kind != "person":
        return []
    found = []
    for name in named.names:
        if name.start < name.name_start and not set(name.titles) <= listed("titles", "male") | listed("titles", "female") | {"dr", "prof"}:
            found.append((name.start, len(text[: name.name_start].rstrip())))
        behind = re.compile(r",\s+(?:who is (?:also )?)?((?:an?|the|its|his|her|chief|head|former|leader|director|president)\s[^,.;–—“\"]{3,80})[,.]").match(text, name.end)
        if behind:
            found.append(behind.span(1))
    return found
