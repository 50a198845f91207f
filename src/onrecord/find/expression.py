"""Pronouns and descriptions that stand for somebody."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.find.phrases import Range

FORMS = ("he", "she", "it", "they", "description")
FORM_OF = {
    word: form
    for form, all_ in {
        "he": ("he", "him", "his", "himself"),
        "she": ("she", "her", "hers", "herself"),
        "it": ("it", "its", "itself"),
        "they": ("they", "them", "their", "theirs", "themselves"),
    }.items()
    for word in all_
}


@dataclass(frozen=True)
class Expression:
    """A pronoun or a description: its characters, and those of what is said by it, if anything."""

    span: Range
    content: tuple[Range, ...] = ()


def form_of(low: str) -> str:
    """The form of an expression, by its words in lower case: "he", "she", "it", "they" or "description"."""
    return FORM_OF.get(low, "description")
