"""Reads news reports and puts on the record who said what, when and to whom, tied to the exact characters."""

__version__ = "0.1.0"
