"""The language: English is read, what is clearly another language is named and refused."""

import pytest

from onrecord.errors import ForeignLanguage
from onrecord.read import language
from onrecord.read.language import language_of, refuse_foreign

ENGLISH = "The harbour master said on Monday that the port would stay shut until the inquiry had ended. "


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le capitaine du port a déclaré lundi que le port resterait fermé jusqu'à la fin de l'enquête.", "fr"),
        ("Der Hafenmeister sagte am Montag, der Hafen bleibe bis zum Ende der Untersuchung geschlossen.", "de"),
        ("El capitán del puerto dijo el lunes que el puerto seguirá cerrado hasta el final.", "es"),
        ("Начальник порта заявил в понедельник, что порт останется закрытым до конца расследования.", "ru"),
        ("港务局长周一表示，港口将一直关闭到调查结束。", "zh"),
        ("قال مدير الميناء يوم الاثنين إن الميناء سيبقى مغلقا حتى نهاية التحقيق", "ar"),
        ("Havnesjefen sa mandag at havnen blir stengt til granskingen er over.", "no"),
        ("Lučki kapetan rekao je u ponedjeljak da će luka ostati zatvorena do kraja istrage.", "hr"),
        ("Menteri mengatakan pada hari Senin bahwa pelabuhan akan tetap ditutup.", "id"),
        ("港は閉鎖されたままだと港長は月曜日に述べた。", "ja"),
    ],
)
def test_another_language_is_named(text: str, code: str) -> None:
    assert language_of(text) == code
    with pytest.raises(ForeignLanguage, match="not in English"):
        refuse_foreign(text, "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "OK",
        "Ja.",
        "Lund",
        "12 345 67",
        "…",
        "Gdańsk",
        "El Niño returns",
        "Port of Gothenburg shuts",
        "“We pay nothing,” Wojciech Szczepański told Gazeta Lubuska in Zielona Góra.",
        "He denied it.",
        "word " * 100,
        "Alpha Beta Gamma Delta Epsilon. " * 20,
    ],
)
def test_english_and_what_is_too_short_to_tell_pass(text: str) -> None:
    assert language_of(text) == "en"


def test_plain_english_is_told_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("it takes half a second to load"))
    assert language_of(ENGLISH) == "en"


def test_an_english_report_with_a_foreign_quotation_passes() -> None:
    quoted = "“Der Hafen bleibt geschlossen, bis wir mehr wissen”, he told the Hamburg paper. "
    assert language_of(ENGLISH * 2 + quoted + ENGLISH * 2) == "en"


def test_a_long_foreign_text_with_an_english_title_is_refused() -> None:
    text = "Port shut\n\n" + "Der Hafenmeister sagte am Montag, der Hafen bleibe vorerst geschlossen. " * 100
    assert language_of(text) == "de"


def test_the_same_text_is_judged_the_same_each_time() -> None:
    assert len({language_of(ENGLISH * 50) for _ in range(5)}) == 1
