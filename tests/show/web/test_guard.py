from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.show.web.guard import MOST_BYTES, POLICY, Token, may_be_asked

Client = Callable[..., Any]


@pytest.mark.parametrize(
    ("named", "served"),
    [
        ("127.0.0.1:8000", "127.0.0.1"),
        ("localhost:8000", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("[::1]:8000", "::1"),
        ("desk.example:8000", "desk.example"),
        ("DESK.example:8000", "Desk.Example"),
        ("192.168.1.7:8000", "0.0.0.0"),
        ("[fe80::1]:8000", "::"),
    ],
)
def test_this_computers_names_may_be_asked(named: str, served: str) -> None:
    assert may_be_asked(named, served)


@pytest.mark.parametrize(
    ("named", "served"),
    [
        ("evil.example:8000", "127.0.0.1"),
        ("127.0.0.1.evil.example", "127.0.0.1"),
        ("localhost.evil.example:8000", "127.0.0.1"),
        ("evil.example@127.0.0.1.evil", "127.0.0.1"),
        ("192.168.1.7:8000", "127.0.0.1"),
        ("evil.example:8000", "0.0.0.0"),
        ("", "127.0.0.1"),
        ("[::1", "127.0.0.1"),
        ("evil.example:8000", "desk.example"),
    ],
)
def test_a_name_that_a_stranger_may_have_chosen_is_refused(named: str, served: str) -> None:
    assert not may_be_asked(named, served)


def test_dns_rebinding_gets_no_word_of_the_record(path: Path, client: Client) -> None:
    for address in ("/", "/index.json", "/static/onrecord.css", "/openapi.json"):
        answer = client(path).get(address, headers={"host": "evil.example:8000"})
        assert answer.status_code == 421
        assert "ferry" not in answer.text


def test_every_answer_forbids_scripts_frames_and_other_origins(path: Path, client: Client) -> None:
    for address in ("/", "/index.json", "/nothing", "/static/onrecord.css", "/corrections"):
        headers = client(path).get(address).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "script-src" not in POLICY  # what is not allowed by name falls back to 'none'
    assert "default-src 'none'" in POLICY
    assert "unsafe" not in POLICY


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=str,
)
def test_a_form_of_another_origin_is_refused_even_with_the_token(
    path: Path, client: Client, token: Callable[[str], str], record: Any, headers: dict[str, str]
) -> None:
    asked, before = client(path), path.read_bytes()
    known = token(asked.get(f"/statements/{record.statements[0].id}").text)
    form = {"token": known, "item": record.statements[0].id, "change": "act", "value": "warn", "by": "x", "why": "x"}
    assert asked.post("/corrections", data=form, headers=headers).status_code == 403
    assert path.read_bytes() == before


def test_other_methods_and_large_forms_are_refused(path: Path, client: Client) -> None:
    assert client(path).put("/corrections").status_code == 405
    assert client(path).delete("/corrections").status_code == 405
    large = "x" * (MOST_BYTES + 1)
    assert client(path).post("/corrections", content=large).status_code == 413
    assert client(path).post("/corrections", content=iter([b"x"])).status_code == 413  # of a length that is not told


def test_the_head_of_a_page_can_be_asked_for(path: Path, client: Client) -> None:
    assert client(path).head("/").status_code == 200


def test_a_fault_of_ours_spills_no_report(
    path: Path, client: Client, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("We never hid the crack")

    monkeypatch.setattr("onrecord.show.web.app.rendered", broken)
    answer = client(path).get("/")
    assert answer.status_code == 500
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "crack" not in answer.text + said
    assert answer.headers["content-security-policy"] == POLICY


def test_each_start_has_a_token_of_its_own() -> None:
    one, other = Token(), Token()
    assert one.fits(one.value)
    assert not one.fits(other.value)
    assert not one.fits("")
    assert not one.fits("ä")
