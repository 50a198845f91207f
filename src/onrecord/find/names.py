"""Who and what a report names, and which of its names are one.

By rules: capital letters, titles, lists of countries and of words that end the names of bodies. Within a report a
surname alone stands for the one person whose full name has it; two who share it leave it open.
"""

from __future__ import annotations

import re

from onrecord.find.capitals import in_sentence, known_as, plain_name
from onrecord.find.cues import verb_at
from onrecord.find.kinds import settle_kinds
from onrecord.find.name import Name, Named
from onrecord.find.passage import Paragraph
from onrecord.find.phrases import is_auxiliary
from onrecord.find.places import places
from onrecord.find.roles import role_words, roles
from onrecord.find.words import words

_INNER = re.compile(r"(?<=[\w,;] )\w+")


def names(text: str, paragraphs: list[Paragraph]) -> list[Named]:
    """Everyone and everything that the paragraphs name."""
    body = [p for p in paragraphs if not p.is_headline]
    found = [name for p in body for s in p.sentences for name in in_sentence(text, s.words)]
    inner = {m.group() for m in _INNER.finditer(text)}
    found = [name for name in found if name.words and not _is_only_initial(text, name, inner)]
    settle_kinds(text, found)
    heads = [p for p in paragraphs if p.is_headline]
    found += [name for p in heads for name in _in_headline(p, found)]
    return _joined(text, sorted(found, key=lambda name: (name.start, name.end)))


def _is_only_initial(text: str, name: Name, inner: set[str]) -> bool:
    """Whether a single word has its capital only because it begins a sentence: nowhere else does it have one.

    Args:
        text: the report's text.
        name: the name.
        inner: the words that stand inside the report's sentences.
    """
    if len(name.words) > 1 or not name.opens or name.titles or name.canonical:
        return False
    after = words(text, name.end, min(len(text), name.end + 40))
    if after and (after[0].text in ("’s", "'s") or is_auxiliary(after[0]) or verb_at(after, 0) is not None):
        return False
    head = re.match(r"\w+", name.words[0])
    if head and head.group() not in inner:
        return True
    return re.search(rf"[\w,;] {re.escape(name.words[0])}\b", text) is None


def _in_headline(headline: Paragraph, found: list[Name]) -> list[Name]:
    """Names that the body knows too: in a headline any word may have a capital."""
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
    for name in found:
        if name.kind == "person" and len(name.words) == 1:
            short.append(name)
            continue
        _put(text, groups, name)
    for named in groups.values():
        named.roles = roles(text, named)
        named.role_words = role_words(text, named)
    full: dict[str, list[Named]] = {}
    for (kind, label), named in groups.items():
        if kind == "person" and " " in label:
            for word in {label.split()[0], label.split()[-1]}:
                full.setdefault(word, []).append(named)
    for name in short:
        owner = None if _is_contrasted(text, name) else _owner(full, name)
        if owner is not None:
            owner.names.append(name)
        else:
            _put(text, groups, name)
    for named in groups.values():
        named.names.sort(key=lambda name: name.start)
        named.roles = roles(text, named)
        named.role_words = role_words(text, named)
    return sorted(groups.values(), key=lambda named: (named.names[0].start, named.names[0].end))


def _put(text: str, groups: dict[tuple[str, str], Named], name: Name) -> None:
    label = name.canonical or " ".join(text[name.name_start : name.end].split())
    key = ("country" if name.canonical else "person" if name.kind == "person" else "thing", _key(label))
    if key in groups:
        groups[key].names.append(name)
    else:
        groups[key] = Named([name], name.kind, label)


def _key(label: str) -> str:
    return re.sub(r"^the ", "", label.casefold())


def _is_contrasted(text: str, name: Name) -> bool:
    """Whether a surname is told from another: "the elder Smith"."""
    return (
        re.search(r"\b(?:elder|younger|older|late|other|senior|junior)\s+$", text[max(0, name.start - 20) : name.start])
        is not None
    )


def _owner(full: dict[str, list[Named]], name: Name) -> Named | None:
    """The one person whose full name begins or ends with this single name and whose gender fits."""
    single = name.words[0].casefold()
    gender = Named([name], "person", "").gender if name.titles else None
    matches = [named for named in full.get(single, ()) if gender is None or named.gender in (None, gender)]
    last = [named for named in matches if named.label.casefold().split()[-1] == single]
    matches = last if len(matches) > 1 and len(last) == 1 else matches
    return matches[0] if len(matches) == 1 else None
