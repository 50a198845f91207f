"""find: what one report says, read by itself. `find(report)` gives its `Findings`.

One report at a time, no shared state: the same report gives the same findings wherever it is read.
"""

from onrecord.find.statements import findings as find

__all__ = ["find"]
