"""keep: the record as one SQLite file, which opens in Datasette. `save` and `load` it, `search` it, `verify` it.

`correct` writes down what a person corrects; `corrected` makes the corrections to a reading of the machine.
"""

from onrecord.keep.changes import KINDS as CHANGES
from onrecord.keep.correcting import Joined, correct, join
from onrecord.keep.corrections import corrected
from onrecord.keep.differing import differing
from onrecord.keep.file import refuse_existing
from onrecord.keep.ids import resolve
from onrecord.keep.listing import Page, Totals
from onrecord.keep.meanings import meant
from onrecord.keep.part import Parts, parts
from onrecord.keep.record import Kept, load, load_record, save
from onrecord.keep.search import search, search_by_meaning
from onrecord.keep.verify import Fault, verify

__all__ = [
    "CHANGES",
    "Fault",
    "Joined",
    "Kept",
    "Page",
    "Parts",
    "Totals",
    "correct",
    "corrected",
    "differing",
    "join",
    "load",
    "load_record",
    "meant",
    "parts",
    "refuse_existing",
    "resolve",
    "save",
    "search",
    "search_by_meaning",
    "verify",
]
