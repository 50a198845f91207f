"""Whether an entity of a record is the one that gold means: speakers, parties to events, and entities by themselves."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.bench.letters import overlap
from onrecord.bench.measures import b_cubed, united
from onrecord.bench.story import Characters, Story, StoryStatement

Verdict = Literal["right", "wrong", "null"]


class Identity(msgspec.Struct, frozen=True):
    """Holds the entities of a record against those of gold."""

    gold: Story
    mine: Story
    known: Characters
    """Characters of every mention in gold; the rest of a record's mentions can tell nothing."""

    @classmethod
    def of(cls, gold: Story, mine: Story) -> Identity:
        """The comparison of these two."""
        return cls(gold, mine, united(entity.mentions for entity in gold.entities.values()))

    def speaker(self, gold: StoryStatement, mine: StoryStatement) -> Verdict:
        """Whether `mine` names the speaker of `gold`; "null" where it leaves open what gold knows.

        For an unnamed or group speaker ("some countries") the source's own words decide, if they overlap by 0.8, as
        long as `mine` does not say that it is somebody named.
        """
        if mine.speaker is None:
            return "right" if gold.speaker is None else "null"
        if gold.speaker is None or mine.speaker not in self.mine.entities:
            return "wrong"
        if self._same(gold.speaker, mine.speaker):
            return "right"
        named = self.gold.entities[gold.speaker].named
        if named or overlap(gold.source, mine.source) < 0.8:
            return "wrong"
        theirs = self._nearest(mine.speaker)
        return "right" if theirs is None or not self.gold.entities[theirs].named else "wrong"

    def party(self, gold: str | None, mine: str | None) -> bool:
        """Whether the agent or patient of an event is right; None is right only for None."""
        if gold is None or mine is None:
            return gold == mine
        return mine in self.mine.entities and self._same(gold, mine)

    def _same(self, gold: str, mine: str) -> bool:
        """Gold's mentions are nearest to mine; or where gold knows none of mine, a name is the same."""
        theirs = self._nearest(mine)
        if theirs is not None:
            return theirs == gold
        return not self.gold.entities[gold].names.isdisjoint(self.mine.entities[mine].names)

    def _nearest(self, mine: str) -> str | None:
        """The gold entity whose mentions are most nearly those of mine; the first of several in gold's order."""
        entities = self.gold.entities
        mentions = self.mine.entities[mine].mentions & self.known
        if not mentions:
            return None
        return max(entities, key=lambda entity: overlap(entities[entity].mentions, mentions))


def named_entities(gold: Story, mine: Story) -> float:
    """B-cubed F1 over gold's mentions of named entities, 0–1; a mention is known by its last character.

    Mentions that gold does not have are not counted, and one that two entities claim goes to the first.
    """
    key = [entity.ends for entity in gold.entities.values() if entity.named and entity.ends]
    left = set(united(key))
    response = []
    for entity in mine.entities.values():
        here = entity.ends & left
        left -= here
        if here:
            response.append(here)
    return b_cubed(key, response)
