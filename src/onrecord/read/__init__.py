"""read: bytes to `Report`. `read(pile, settings)` gives a `Reading` or an `InputError` for every report of the pile."""

from onrecord.read.reading import read

__all__ = ["read"]
