"""Bare words for public bodies."""

from collections.abc import Callable

from onrecord.match.doers import of_named, with_doers
from onrecord.model import Entity, EventMention, Told

Make = Callable[..., Entity]


def told(doer: str | None, patient: str | None = None) -> Told:
    mention = EventMention("r1", 0, 8, "arrested", (0, 8))
    return Told(
        mention=mention,
        lemma="arrest",
        type="COERCE",
        status="happened",
        agent=None,
        patient=patient,
        place=None,
        when=None,
        inside=None,
        confidence=1.0,
        doer=doer,
    )


def test_the_one_body_that_is_called_so_did_it(entity: Make) -> None:
    police, mill = entity("Norwegian police", kind="organisation"), entity("Tolland Mills", kind="organisation", at=40)
    (one, other) = with_doers([told("police"), told(None)], [police, mill])
    assert (one.agent, other.agent) == (police.id, None)


def test_of_two_police_forces_none_is_meant_and_no_person_called_so(entity: Make) -> None:
    forces = [entity(f"{name} police", kind="organisation", at=40 * n) for n, name in enumerate(("Kent", "Essex"))]
    assert with_doers([told("police")], forces)[0].agent is None
    assert with_doers([told("police")], [entity("Ida Police")])[0].agent is None


def test_nobody_does_it_to_himself(entity: Make) -> None:
    police = entity("Kent police", kind="organisation")
    assert with_doers([told("police", police.id)], [police])[0].agent is None


def test_who_has_no_name_is_no_party_where_names_alone_count(entity: Make) -> None:
    mill, gunman = entity("Tolland Mills", kind="organisation"), entity("a gunman", kind="unnamed", at=40)
    (one,) = of_named([told(None, patient=mill.id)], {mill.id})
    (other,) = of_named([told(None, patient=gunman.id)], {mill.id})
    assert (one.patient, other.patient) == (mill.id, None)
