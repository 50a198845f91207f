"""keep: the record as one SQLite file, which opens in Datasette. `save` and `load` it, `search` it, `verify` it.

`correct` writes down what a person corrects; `corrected` makes the corrections to a reading of the machine.
"""

from onrecord.keep.correcting import Joined, correct, join
from onrecord.keep.corrections import corrected
from onrecord.keep.file import refuse_existing
from onrecord.keep.ids import resolve
from onrecord.keep.listing import Totals
from onrecord.keep.part import Parts, parts
from onrecord.keep.record import Kept, load, load_record, save
from onrecord.keep.search import search
from onrecord.keep.verify import Fault, verify

__all__ = [
    "Fault",
    "Joined",
    "Kept",
    "Parts",
    "Totals",
    "correct",
    "corrected",
    "join",
    "load",
    "load_record",
    "parts",
    "refuse_existing",
    "resolve",
    "save",
    "search",
    "verify",
]
