import msgspec

from onrecord.model import Record
from onrecord.show.cards import all_cards, articles, retold, voices
from onrecord.show.lookup import Lookup


def test_numbers_go_through_the_reports_as_they_stand(record: Record) -> None:
    turned = msgspec.structs.replace(record, statements=record.statements[::-1])
    cards = all_cards(Lookup(turned))
    assert [cards[n].place for n in range(1, 9)] == [card.place for card in all_cards(Lookup(record)).values()]


def test_voices_count_acts_and_tell_an_utterance_once(record: Record) -> None:
    first, *_, last = voices(Lookup(record))
    assert (first.name, first.acts, first.count, len(first.entries)) == (
        "Maud Ellery",
        (("allege", 1), ("deny", 3)),
        4,
        3,
    )
    assert (last.entity, last.name) == (None, "Speaker not known")


def test_every_report_is_an_article_even_without_statements(record: Record) -> None:
    bare = msgspec.structs.replace(record, statements=(), utterances=())
    assert [article.count for article in articles(Lookup(bare), {})] == [0, 0]


def test_tellings_with_few_words_in_common_are_called_reworded(record: Record) -> None:
    other = msgspec.structs.replace(record.utterances[0], statements=(record.statements[1].id, record.statements[5].id))
    lookup = Lookup(msgspec.structs.replace(record, utterances=(other,)))
    ((fullest, reworded),) = retold(lookup, all_cards(lookup))
    assert (fullest.reworded, reworded.reworded, len(reworded.pieces)) == (False, True, 1)
