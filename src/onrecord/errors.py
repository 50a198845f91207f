"""Every error that onrecord raises on purpose, each with its exit code.

    OnrecordError
    ├── UsageError            2   wrong use of a command or function
    ├── InputError
    │   ├── MissingInput     10   the path is not there
    │   ├── UnreadableInput  11   no permission, or the device fails
    │   ├── EmptyInput       12   nothing in the file, or a folder of nothing
    │   ├── BinaryInput      13   not text
    │   ├── OversizeInput    14   larger than a setting of sizes
    │   ├── EncodingError    15   text in no encoding that can be told for certain
    │   ├── ForeignLanguage  16   not in a language that is read
    │   └── MalformedInput   17   a container whose parts cannot be read (a line that is not JSON)
    ├── RecordError
    │   ├── NotARecord       20   the file is not a record
    │   ├── RecordExists     21   the file is there already
    │   ├── RecordInUse      22   another process writes to it
    │   ├── RecordTooNew     23   written by a later version
    │   └── RecordUnwritable 24   the record cannot be written there
    ├── UnknownId            25   no item, or more than one, has that id
    └── ModelError           26   a file of the trained model is missing or is not the one that was shipped

A message names the input, says what is wrong and ends with the cure.
"""

from __future__ import annotations

from typing import ClassVar

CHECK_FAILED = 1
"""Exit code of a command whose check found something false (`verify`, `check`)."""
UNREAD_STRICT = 3
"""Exit code of `build --strict` and `add --strict` when a report could not be read."""
FAULT = 70
"""Exit code of an error that is a fault of onrecord itself."""


class OnrecordError(Exception):
    """Base of all errors raised on purpose.

    Args:
        subject: the input that is at fault, as the user named it: a path, an id, a setting.
        problem: what is wrong with it.
        cure: what to do about it.
    """

    exit_code: ClassVar[int] = FAULT

    def __init__(self, subject: str, problem: str, cure: str) -> None:
        super().__init__(f"{subject}: {problem}. {cure}.")
        self.subject = subject
        self.problem = problem
        self.cure = cure

    @property
    def why(self) -> str:
        """The problem and its cure in one line, without the subject."""
        return f"{self.problem}. {self.cure}."


class UsageError(OnrecordError):
    """A command or function was used wrongly."""

    exit_code = 2


class InputError(OnrecordError):
    """A report, or a container of reports, cannot be read."""


class MissingInput(InputError):
    """The path is not there."""

    exit_code = 10


class UnreadableInput(InputError):
    """The file cannot be opened or read."""

    exit_code = 11


class EmptyInput(InputError):
    """There is nothing in the file or folder."""

    exit_code = 12


class BinaryInput(InputError):
    """The bytes are not text."""

    exit_code = 13


class OversizeInput(InputError):
    """The input is larger, or its text longer, than a setting allows."""

    exit_code = 14


class EncodingError(InputError):
    """The text is in no encoding that can be told for certain."""

    exit_code = 15


class ForeignLanguage(InputError):
    """The text is in a language that is not read yet."""

    exit_code = 16


class MalformedInput(InputError):
    """A container, or one report in it, is not in its format."""

    exit_code = 17


class RecordError(OnrecordError):
    """A record file cannot be used."""


class NotARecord(RecordError):
    """The file is not a record."""

    exit_code = 20


class RecordExists(RecordError):
    """The file that was to be made is there already."""

    exit_code = 21


class RecordInUse(RecordError):
    """Another process is writing to the record."""

    exit_code = 22


class RecordTooNew(RecordError):
    """A later version of onrecord wrote the record."""

    exit_code = 23


class RecordUnwritable(RecordError):
    """The record cannot be written at that place."""

    exit_code = 24


class UnknownId(OnrecordError):
    """No item of the record has that id, or several do."""

    exit_code = 25


class ModelError(OnrecordError):
    """A file of the trained model is missing, or is not the one that came with this version."""

    exit_code = 26
