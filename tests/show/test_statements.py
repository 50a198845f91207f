import msgspec
import pytest

from onrecord.errors import UsageError
from onrecord.model import Candidate, Record
from onrecord.show.lookup import Lookup
from onrecord.show.statements import by_date, by_speaker, choose, doubtful, matching, people


@pytest.mark.parametrize("name", ["Maud Ellery", "maud ellery", "ELLERY", "Ms Ellery", "  ellery ", "Élléry"])
def test_a_name_is_matched_in_any_form_that_the_reports_use(record: Record, name: str) -> None:
    assert matching(Lookup(record), name) == {record.entities[0].id}


def test_a_name_inside_another_word_is_no_match(record: Record) -> None:
    with pytest.raises(UsageError):
        matching(Lookup(record), "ell")


def test_words_within_a_name_match_where_nobody_is_called_exactly_so(record: Record) -> None:
    assert matching(Lookup(record), "courier") == {record.entities[3].id}


@pytest.mark.parametrize(("wrong", "near"), [("Maud Elery", "Maud Ellery"), ("brand", "Tomas Brandt")])
def test_a_name_of_nobody_is_wrong_use_and_near_names_are_listed(record: Record, wrong: str, near: str) -> None:
    with pytest.raises(UsageError, match=near) as caught:
        choose(Lookup(record), wrong)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("name", ["", "  ", "!?"])
def test_no_name_is_wrong_use(record: Record, name: str) -> None:
    with pytest.raises(UsageError):
        matching(Lookup(record), name)


@pytest.mark.parametrize("name", ["xyzzy", "Nobody"])
def test_where_no_name_is_near_none_is_offered_but_the_way_to_the_list(record: Record, name: str) -> None:
    with pytest.raises(UsageError, match="`onrecord show RECORD people`") as caught:
        choose(Lookup(record), name)
    assert "Ellery" not in str(caught.value)


def test_a_record_without_entities_has_no_near_names() -> None:
    with pytest.raises(UsageError, match="`onrecord show RECORD people`"):
        choose(Lookup(Record()), "Ellery")


def test_speaker_and_ids_both_limit_the_choice(record: Record) -> None:
    lookup = Lookup(record)
    assert choose(lookup) == record.statements
    assert len(choose(lookup, "ellery")) == 4
    assert choose(lookup, "ellery", {record.statements[1].id, record.statements[2].id}) == (record.statements[1],)
    assert choose(lookup, None, set()) == ()


def test_the_most_quoted_come_first_and_unknown_speakers_last(record: Record) -> None:
    groups = by_speaker(Lookup(record), record.statements)
    names = [group.entity.name if group.entity else None for group in groups]
    assert names == ["Maud Ellery", "Tomas Brandt", "the ministry", None]
    assert sum(len(group.statements) for group in groups) == len(record.statements)


def test_statements_are_ordered_by_date_then_as_recorded(record: Record) -> None:
    dates = [statement.said_on for statement in by_date(Lookup(record), record.statements)]
    assert dates == ["2024-03-01/2024-03-05", "2024-03", *["2024-03-04"] * 3, None, None, None]


def test_people_are_those_who_speak_or_are_named(record: Record) -> None:
    lookup = Lookup(record)
    counts = [(one.entity.name, one.statements, one.reports) for one in people(lookup, record.statements)]
    assert counts == [("Maud Ellery", 4, 2), ("Tomas Brandt", 2, 2), ("the ministry", 1, 1), ("Harbour Courier", 0, 1)]
    assert len(people(lookup, record.statements, speaking=True)) == 3


def test_who_has_no_name_is_shown_only_as_a_speaker(record: Record) -> None:
    nameless = [msgspec.structs.replace(one, type="group") for one in record.entities]
    lookup = Lookup(msgspec.structs.replace(record, entities=tuple(nameless)))
    assert [one.entity.name for one in people(lookup, record.statements)] == [
        "Maud Ellery",
        "Tomas Brandt",
        "the ministry",
    ]


def test_people_are_counted_in_reports_that_are_no_copies(record: Record) -> None:
    first, second = record.reports
    copied = msgspec.structs.replace(record, reports=(first, msgspec.structs.replace(second, copy_of=first.id)))
    counts = [(one.reports, one.independent) for one in people(Lookup(copied), record.statements)]
    assert counts[0] == (2, 1)
    assert all(one.independent == one.reports for one in people(Lookup(record), record.statements))


def test_doubtful_are_open_speakers_by_the_likeliest_and_then_weak_findings(record: Record) -> None:
    one = record.statements[0]
    source = one.source or one.content[0]
    change = msgspec.structs.replace
    likely = change(
        one, id="likely", speaker=None, source=source, candidates=(Candidate("e", 0.7), Candidate("f", 0.1))
    )
    maybe = change(likely, id="maybe", candidates=(Candidate("e", 0.4),))
    blank = change(likely, id="blank", candidates=())
    nobody = change(blank, id="nobody", source=None, confidence=0.9)
    weak = change(one, id="weak", confidence=0.3)
    sure = change(one, id="sure", confidence=0.5)
    found = doubtful(Lookup(record), [sure, blank, weak, maybe, nobody, likely])
    assert [found_one.id for found_one in found] == ["likely", "maybe", "blank", "weak"]
