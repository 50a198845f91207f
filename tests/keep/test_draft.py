from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.keep import Kept
from onrecord.keep.draft import Draft
from onrecord.model import Candidate, Correction, Span


@pytest.fixture
def draft(kept: Kept) -> Draft:
    return Draft(replace(kept.record, corrections=()))


def test_a_draft_that_nobody_changes_is_the_machines_reading(draft: Draft) -> None:
    assert draft.record(()) == draft.machine


def test_words_lead_to_the_entity_that_is_named_by_most_of_them(draft: Draft, kept: Kept) -> None:
    ana, bo = kept.record.entities
    assert draft.entity_at((*ana.mentions, *bo.mentions)) == ana.id
    assert draft.entity_at(bo.mentions, ana.id) == bo.id
    assert draft.entity_at((ana.mentions[0], bo.mentions[0]), bo.id) == bo.id  # among equals, the one that is wanted


def test_part_of_a_mention_leads_to_it_and_other_words_to_nobody(draft: Draft, kept: Kept) -> None:
    mayor = kept.record.entities[0].mentions[1]
    within = Span(mayor.report, mayor.start, mayor.start + 5, mayor.text[:5])
    assert draft.entity_at((within,)) == "a11a00000001"
    assert draft.entity_at((kept.record.statements[1].content[0],)) is None
    assert draft.entity_at((), "a11a00000001") == "a11a00000001"
    assert draft.entity_at((), "none") is None


def test_a_mention_that_has_gone_to_somebody_else_leads_to_them(draft: Draft, kept: Kept) -> None:
    ana, bo = kept.record.entities
    draft.hold(ana.mentions, bo.id)
    assert draft.entity_at(ana.mentions) == bo.id
    draft.hold(ana.mentions, None)
    assert draft.entity_at(ana.mentions) is None


def test_everything_that_names_an_entity_names_the_other_one(draft: Draft, kept: Kept) -> None:
    ana, bo = kept.record.entities
    assert draft.uses(ana.id) == ["5a0000000001", "5c0000000003"]
    draft.rename(ana.id, bo.id)
    assert draft.statements["5a0000000001"].speaker == bo.id
    assert draft.statements["5c0000000003"].candidates == (Candidate(bo.id, 0.25),)
    draft.rename(bo.id, None)
    assert draft.statements["5a0000000001"].speaker is draft.statements["5a0000000001"].to is None
    assert draft.statements["5c0000000003"].candidates == ()
    assert draft.items["event"]["e00000000001"].patient is None


def test_two_candidates_that_become_one_add_up(draft: Draft, kept: Kept) -> None:
    ana, bo = kept.record.entities
    both = (Candidate(ana.id, 0.75), Candidate(bo.id, 0.5))
    draft.put(replace(draft.statements["5c0000000003"], candidates=both))
    draft.rename(ana.id, bo.id)
    assert draft.statements["5c0000000003"].candidates == (Candidate(bo.id, 1.0),)


def test_a_persons_link_is_kept_while_both_its_ends_are_known(draft: Draft, kept: Kept) -> None:
    ana, bo = kept.record.entities
    says = Correction("c", ana.id, "split", None, bo.id, "Cy", "2024", "")
    draft.link("same entity", bo.id, ana.id, False, says)
    draft.link("same entity", ana.id, "nobody", True, says)
    assert [(link.a, link.b, link.score, link.why, link.by) for link in draft.record(()).links[1:]] == [
        (ana.id, bo.id, 0.0, "Cy says so", "person")
    ]
