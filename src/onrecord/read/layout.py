"""The layout of a text: which of its lines are headline, byline, dateline, outlet, date and noise."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.read.byline import Byline, byline, is_credit, is_names
from onrecord.read.dateline import dateline
from onrecord.read.heading import is_headline, is_in_capitals, is_label, is_link_in_capitals, is_section
from onrecord.read.lines import Line, is_prose, lines_of, trimmed
from onrecord.read.noise import Furniture, furniture
from onrecord.read.outlet import copyright_outlet, ending_outlet, is_sign_off, line_outlet, masthead
from onrecord.read.published import PART, DateLine, Stated, cut_off_line, date_line

_TOP = 16
"""Lines before the story that are looked at for its heading."""
_STANDFIRST = 300
"""Characters of the longest summary below a headline."""
_BELOW = 4
"""Lines below a summary among which its date stands."""
_LOOK_AHEAD = 6
"""Lines below a headline among which the story has to begin."""
_REACH = 100_000
"""Characters at either end of a text that are laid out: no report has more, and no other file may take minutes."""
_CORRECTION = re.compile(
    r"\b(?:corrections?|corrected|clarification|error|editor['’]s note|earlier version|an article)\b", re.IGNORECASE
)
_RESERVED = re.compile(r"\ball rights reserved\b", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{4}\b")
_MENU_WORDS = 20
_TAG_WORDS = 4
_LEAST_TAGS = 4
"""Short lines in a row at the end that are tags; three may be a list of the story."""


@dataclass
class Layout:
    """Where the parts of a report stand in its text, and the dates of publication that it states."""

    headline: Line | None = None
    byline: Line | None = None
    dateline: Line | None = None
    outlet: Line | None = None
    stated: list[Stated] = field(default_factory=list)
    noise: list[Line] = field(default_factory=list)


def layout_of(text: str) -> Layout:
    """The layout of `text`."""
    return _Reader(text).layout()


def _ends_of(text: str) -> list[Line]:
    """The lines of `text`; of a very long one only those near its beginning and its end."""
    if len(text) <= 2 * _REACH:
        return lines_of(text)
    return lines_of(text, 0, _REACH)[:-1] + lines_of(text, len(text) - _REACH)[1:]


class _Reader:
    """Reads the lines of one text: first its top down to the story, then its tail, then what is left between."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = _ends_of(text)
        self.furniture = [furniture(line.text) for line in self.lines]
        self.dates = [self._date(index) for index in range(len(self.lines))]
        self.found = Layout()
        self.outlets: dict[str, Line] = {}
        self.noisy: set[int] = set()
        self.begin = 0
        self.end = len(self.lines)

    def layout(self) -> Layout:
        self._read_top()
        self._read_tail()
        self._read_middle()
        for source in ("dateline", "sign-off", "ending", "top", "byline", "copyright"):
            self.found.outlet = self.found.outlet or self.outlets.get(source)
        self.found.noise = self._noise()
        return self.found

    # The top: everything above the first paragraph of the story.

    def _read_top(self) -> None:
        labels: list[int] = []
        for index, line in enumerate(self.lines[:_TOP]):
            self.begin = index
            is_dated = self.dates[index] is not None and byline(line.text) is None
            if self._is_whole(index) and not is_dated:
                self.noisy.update(labels)
            elif self._cut_off(index):
                continue
            elif is_dated:
                self._take_date(index)
                self.noisy.update(labels)
            elif self.found.headline is None and is_section(line.text) and self._headline_below(index):
                self.noisy.add(index)
            elif self._take_byline(index) or self._take_top_outlet(index) or self._is_standfirst(index):
                continue
            elif dateline(line.text) or not self._take_heading(index, labels):
                break
        self._take_dateline()

    def _is_standfirst(self, index: int) -> bool:
        """Whether a line of prose below the headline only sums up the story, as the date stands below it."""
        if self.found.headline is None or len(self.lines[index].text) > _STANDFIRST:
            return False
        dated = next((at for at in range(index + 1, min(index + 1 + _BELOW, len(self.lines))) if self.dates[at]), None)
        return dated is not None and not any(is_prose(one.text) for one in self.lines[index + 1 : dated])

    def _take_heading(self, index: int, labels: list[int]) -> bool:
        """Take the line as headline, or keep it in mind as a label; False where the story begins with it."""
        line = self.lines[index]
        if self.found.headline is not None:
            return not is_prose(line.text)
        is_below = index > 0 and (self._is_whole(index - 1) or index - 1 in labels)
        if is_label(line.text) and self._headline_below(index, only_after_furniture=not is_below):
            labels.append(index)
            return True
        if not self.furniture[index] and is_headline(line.text, self._below(index)):
            self.found.headline = line
            self.noisy.update(labels)
            return True
        return not is_prose(line.text)

    def _below(self, index: int) -> list[str]:
        return [
            line.text
            for at, line in enumerate(self.lines[index + 1 : index + 1 + _LOOK_AHEAD], index + 1)
            if not self._is_whole(at) and not self.dates[at]
        ]

    def _headline_below(self, index: int, *, only_after_furniture: bool = False) -> bool:
        """Whether a headline comes next below the line, other labels left out, with furniture or a date between where
        that is asked."""
        for at in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(self.lines))):
            line = self.lines[at].text
            if self._is_whole(at) or self.dates[at]:
                only_after_furniture = False
            elif is_headline(line, self._below(at)):
                return not only_after_furniture
            elif not is_label(line):
                return False
        return False

    def _cut_off(self, index: int) -> bool:
        """Take a date line that runs on into a caption and is cut off: noise as a whole, its date stated."""
        line = self.lines[index]
        cut = None if is_prose(line.text) else cut_off_line(line.text)
        if cut is None or self.dates[index]:
            return False
        self.found.stated.extend(cut.stated)
        self.noisy.add(index)
        return True

    def _take_byline(self, index: int) -> bool:
        line = self.lines[index]
        found = byline(line.text)
        if (
            found is None
            and is_names(line.text)
            and index + 1 < len(self.lines)
            and line_outlet(self.lines[index + 1].text)
        ):
            found = Byline(0, len(line.text), None)
        if found is None:
            return False
        if self.found.byline is None:
            self.found.byline = self._part(line, found.start, found.end)
            rest = date_line(line.text[found.end :].strip(" |•·,–—-"))
            self.found.stated.extend(rest.stated if rest else ())
        self._take_outlet("byline", line, found.outlet)
        return True

    def _take_top_outlet(self, index: int) -> bool:
        line = self.lines[index]
        found = line_outlet(line.text)
        if found is None and self.found.headline is None and self._headline_below(index):
            found = masthead(line.text)
        return self._take_outlet("top", line, found)

    def _take_dateline(self) -> None:
        """The dateline of the first paragraph, or of one of the next two where a caption or summary comes first."""
        for line in self.lines[self.begin : self.begin + 3]:
            found = dateline(line.text)
            if found:
                self.found.dateline = self._part(line, found.start, found.end)
                self._take_outlet("dateline", line, found.outlet)
                if found.date:
                    words = line.text[found.start : found.end]
                    self.found.stated.append(Stated("dateline", found.date, words))
                return

    # The tail: everything below the last paragraph of the story.

    def _read_tail(self) -> None:
        while self.end > self.begin and not self._is_story(self.end - 1):
            self.end -= 1
        if self.end > self.begin:
            last = self.lines[self.end - 1]
            self._take_outlet("ending", last, ending_outlet(last.text))
        in_menu = False
        for index in range(self.end, len(self.lines)):
            line, found = self.lines[index], self.furniture[index]
            if in_menu and len(line.text.split()) <= _MENU_WORDS:
                self._take_in_menu(index)
            elif found and found.whole:
                self._take_outlet("copyright", line, copyright_outlet(line.text))
                in_menu = found.menu
            elif is_credit(line.text):
                self.noisy.add(index)
            elif self._take_outlet("sign-off", line, line_outlet(line.text)):
                pass
            elif self.dates[index]:
                self._take_date(index, at_bottom=True)
        if not in_menu:
            self._take_tags()

    def _take_in_menu(self, index: int) -> None:
        """Take a line of a menu as noise, but not the outlet's signature below it, which has a year or reserves all
        rights: without these it may be that of a photograph in the menu."""
        line = self.lines[index]
        is_signed = (is_sign_off(line.text) and _YEAR.search(line.text)) or _RESERVED.search(line.text)
        if not (is_signed and self._take_outlet("copyright", line, copyright_outlet(line.text))):
            self.noisy.add(index)

    def _take_tags(self) -> None:
        """Tags at the very end: several short lines in a row, all in capitals or title case, without punctuation."""
        start = len(self.lines)
        while start > self.end and self._is_tag(start - 1):
            start -= 1
        if len(self.lines) - start >= _LEAST_TAGS:
            self.noisy.update(range(start, len(self.lines)))

    def _is_tag(self, index: int) -> bool:
        line = self.lines[index].text
        short = len(line.split()) <= _TAG_WORDS and line.replace(" ", "").replace("-", "").isalnum()
        return short and line[0].isupper() and not line_outlet(line) and not self._is_whole(index)

    def _is_story(self, index: int) -> bool:
        line = self.lines[index].text
        if self._is_whole(index) or self.dates[index] or is_credit(line) or is_sign_off(line):
            return False
        asks = line.endswith("?") and len(line.split()) <= _MENU_WORDS  # a story ends so less often than a link does
        return (is_prose(line) and not asks) or ending_outlet(line) is not None

    # What lies between: furniture, and the link under a label that ends with a colon.

    def _read_middle(self) -> None:
        for index in range(self.begin, self.end):
            date = self.dates[index]
            if date and date.labelled:
                self.noisy.add(index)
            if self._is_between(index) and is_link_in_capitals(self.lines[index].text):
                self.noisy.add(index)
            found = self.furniture[index]
            if found and found.label and index + 1 < self.end and self._is_link(index + 1):
                self.noisy.add(index + 1)

    def _is_between(self, index: int) -> bool:
        """Whether a line stands between two paragraphs of the story that are not in capitals."""
        beside = [self.lines[at].text for at in (index - 1, index + 1) if self.begin <= at < self.end]
        return len(beside) == 2 and all(is_prose(line) and not is_in_capitals(line) for line in beside)

    def _is_link(self, index: int) -> bool:
        line = self.lines[index].text
        return not is_prose(line) and len(line.split()) <= _MENU_WORDS and line[-1] != ":"

    # All of them.

    def _date(self, index: int) -> DateLine | None:
        found = self.furniture[index]
        line = date_line(self.lines[index].text)
        is_day = line is not None and any(len(one.edtf) == len("2019-01-15") for one in line.stated)
        return line if is_day or not (found and found.whole) else None

    def _is_whole(self, index: int) -> bool:
        found: Furniture | None = self.furniture[index]
        return found is not None and found.whole and not is_sign_off(self.lines[index].text)

    def _take_date(self, index: int, *, at_bottom: bool = False) -> None:
        found = self.dates[index]
        if found is None:
            return
        self.noisy.add(index)
        line = self.lines[index]
        for part in PART.finditer(line.text):
            outlet = line_outlet(part.group())
            place = (part.start() + outlet[0], part.start() + outlet[1]) if outlet else None
            self._take_outlet("byline", line, place)
        if not at_bottom:
            self.found.stated.extend(found.stated)
        elif not any(_CORRECTION.search(line.text) for line in self.lines[max(index - 2, 0) : index]):
            for one in found.stated:
                self.found.stated.append(one._replace(kind="bottom") if one.kind == "plain" else one)

    def _take_outlet(self, source: str, line: Line, place: tuple[int, int] | None) -> bool:
        part = self._part(line, *place) if place else None
        if part:
            self.outlets.setdefault(source, part)
        return part is not None

    def _part(self, line: Line, start: int, end: int) -> Line | None:
        return trimmed(self.text, line.start + start, line.start + end)

    def _noise(self) -> list[Line]:
        found: list[Line | None] = []
        kept = {self.found.headline, self.found.byline, self.found.outlet}
        for index, line in enumerate(self.lines):
            furniture_ = self.furniture[index]
            if index in self.noisy or self._is_whole(index):
                found.append(line)
            elif furniture_ and not furniture_.whole:
                found.extend(self._part(line, start, end) for start, end in furniture_.ranges)
        return [part for part in found if part and part not in kept]
