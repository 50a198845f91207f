"""Every page and its twin, the forms, and what hostile reports can do with them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from onrecord.keep import correct, load_record, verify
from onrecord.model import Record, decode_record
from onrecord.show.page import exact
from onrecord.show.web.app import PAGES, json_address

Client = Callable[..., Any]
Addresses = Callable[[Record], list[str]]
KNOWN = {
    *("html", "head", "meta", "title", "link", "body", "header", "main", "footer", "nav", "section", "article", "b"),
    *(
        "div",
        "span",
        "p",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "a",
        "mark",
        "bdi",
        "details",
        "summary",
        "dl",
        "dt",
    ),
    *("dd", "table", "thead", "tbody", "tr", "th", "td", "form", "label", "input", "button", "select", "option"),
    *("datalist", "fieldset", "legend", "ins", "del", "svg", "desc", "g", "text", "line", "rect", "path"),
}
EMPTY = {"meta", "link", "input", "line", "rect"}


class Reader(HTMLParser):
    """What a browser makes of a page: every element with its attributes, all closed in their order; and the text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words, self.open_now = "", list[str]()
        self.feed(page)
        self.close()
        assert self.open_now == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self.open_now.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open_now.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def twin(address: str) -> str:
    path, mark, query = address.partition("?")
    return json_address(path) + mark + query


def test_every_kind_of_page_is_looked_at(record: Record, every_address: Addresses) -> None:
    patterns = [re.compile(re.sub(r"\{\w+\}", r"[0-9a-f]{12}", address)) for address in PAGES]
    seen = [address.partition("?")[0] for address in every_address(record)]
    assert all(any(pattern.fullmatch(one) for one in seen) for pattern in patterns)


@pytest.mark.parametrize("name", ["record", "hostile"])
@pytest.mark.parametrize("read_only", [False, True], ids=["writable", "read only"])
def test_every_page_is_whole_and_only_ours(
    name: str, read_only: bool, request: Any, client: Client, every_address: Addresses
) -> None:
    record: Record = request.getfixturevalue(name)
    path: Path = request.getfixturevalue("path" if name == "record" else "evil_path")
    asked = client(path, read_only=read_only)
    for address in every_address(record):
        answer = asked.get(address)
        assert answer.status_code == 200, address
        reader = Reader(answer.text)
        assert {tag for tag, _ in reader.elements} <= KNOWN, address
        for tag, attributes in reader.elements:
            assert not [one for one in attributes if one.startswith("on") or one in ("style", "srcdoc")], address
            for one in ("href", "src", "action"):
                if one in attributes and attributes[one] != "data:,":
                    assert re.match(r"(/(?!/)|#|\?)", attributes[one]), (address, tag, attributes)
        frame = re.sub("<article.*</article>", "", answer.text, flags=re.S)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", frame)
        assert bool([tag for tag, a in reader.elements if a.get("method") == "post"]) <= (not read_only)


@pytest.mark.parametrize("name", ["record", "hostile"])
def test_every_page_has_a_twin_in_the_format_of_the_export(
    name: str, request: Any, client: Client, every_address: Addresses
) -> None:
    record: Record = request.getfixturevalue(name)
    path: Path = request.getfixturevalue("path" if name == "record" else "evil_path")
    asked, whole = client(path), load_record(path)
    for address in every_address(record):
        answer = asked.get(twin(address))
        assert answer.status_code == 200, address
        assert answer.headers["content-type"] == "application/json"
        part = decode_record(answer.content)
        for key in ("reports", "statements", "utterances", "points", "conflicts", "entities", "corrections"):
            assert set(getattr(part, key)) <= set(getattr(whole, key)), (address, key)
        assert f'href="{exact(twin(address))}"' in asked.get(address).text


def test_bidi_controls_and_escapes_of_reports_are_named_not_obeyed(
    evil_path: Path, hostile: Record, client: Client, every_address: Addresses
) -> None:
    asked = client(evil_path)
    for address in every_address(hostile):
        page = asked.get(address).text
        bare = re.sub(r'<span class="unseen" data-code="[^"]*">.</span>', "", page, flags=re.S)
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x1b\u200b\ufeff]", bare), address


def test_the_text_of_a_report_is_on_its_page_character_for_character(
    hostile: Record, evil_path: Path, client: Client
) -> None:
    report = hostile.reports[0]
    page = client(evil_path).get(f"/reports/{report.id}").text
    texts = re.findall(r'<div class="text"[^>]*>(.*?)</div>', page, re.S)
    assert Reader("".join(texts)).words == report.text.replace("\0", "\N{REPLACEMENT CHARACTER}")


def test_a_statement_leads_to_its_words_and_the_words_are_lit(path: Path, record: Record, client: Client) -> None:
    asked, one = client(path), record.statements[0]
    page = asked.get(f"/statements/{one.id}").text
    assert f'href="/reports/{one.report}#statement-{one.id}"' in page
    report = asked.get(f"/reports/{one.report}").text
    assert f'id="statement-{one.id}"' in report
    lit = re.search(r'href="(/static/lit.css\?n=\d+)"', report)
    assert lit
    assert ".n1:target" in asked.get(lit[1]).text
    assert asked.get("/static/lit.css?n=999999999").text.count("target") == 5000
    assert asked.get("/static/page.html.j2").status_code == 404


def test_what_is_not_there_is_said_in_both_forms(path: Path, client: Client) -> None:
    asked = client(path)
    for address in ("/nothing", "/reports/ffff", "/people/ffff", "/statements/ffff", "/utterances/ffff"):
        page = asked.get(address)
        assert page.status_code == 404
        assert "That did not work" in page.text
        said = asked.get(twin(address))
        assert said.status_code == 404
        assert set(said.json()) == {"subject", "problem", "cure"}


@pytest.mark.parametrize(
    "address",
    ["/reports?page=0", "/reports?page=x", "/timeline?from=May", "/timeline?to=2024-02-31", "/search?q=" + "x" * 1001],
    ids=str,
)
def test_an_address_that_is_wrong_is_said_to_be(path: Path, client: Client, address: str) -> None:
    answer = client(path).get(address)
    assert answer.status_code == 400
    assert "That did not work" in answer.text


def test_a_record_that_goes_away_is_said_to_be_gone(path: Path, client: Client) -> None:
    asked = client(path)
    path.unlink()
    assert asked.get("/").status_code == 503
    assert asked.get("/index.json").json()["problem"] == "there is no such file"


def test_pages_show_the_record_as_it_is_now(path: Path, record: Record, client: Client) -> None:
    asked, one = client(path), record.statements[0]
    assert "a reason of today" not in asked.get(f"/statements/{one.id}").text
    correct(path, one.id, "act", "warn", by="Di", why="a reason of today")
    assert "a reason of today" in asked.get(f"/statements/{one.id}").text


def test_the_description_of_all_addresses_names_pages_twins_and_nouns(path: Path, client: Client) -> None:
    described = client(path).get("/openapi.json").json()
    for address in PAGES:
        assert address in described["paths"]
        assert json_address(address) in described["paths"]
    assert described["paths"]["/people.json"]["get"]["parameters"][1]["name"] == "named"
    assert "Statement" in described["components"]["schemas"]
    references = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(described)))
    assert references <= set(described["components"]["schemas"])
    assert client(path).get("/docs").status_code == 404  # its script would come from elsewhere


# ---- corrections -------------------------------------------------------------------------------------------------


def send(asked: Any, known: str, item: str, change: str, value: str = "", **rest: str) -> Any:
    form = {"token": known, "item": item, "change": change, "value": value, "by": "Di Ox", "why": "so", **rest}
    return asked.post("/corrections", data=form)


def known_to(asked: Any, token: Callable[[str], str], record: Record) -> str:
    return token(asked.get(f"/statements/{record.statements[0].id}").text)


def test_a_correction_is_made_and_leads_back_to_the_item(
    path: Path, record: Record, client: Client, token: Callable[[str], str]
) -> None:
    asked, one = client(path), record.statements[0]
    answer = send(asked, known_to(asked, token, record), one.id, "act", "warn", why="it is “a” <threat>")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/statements/{one.id}")
    page = asked.get(answer.headers["location"]).text
    assert "it is “a” &lt;threat&gt;" in page
    assert "the machine reads: denies" in page
    assert load_record(path).statements[0].act == "warn"
    assert verify(path) == ()


def test_the_browser_remembers_who_corrects_and_says_it_to_nobody_else(
    path: Path, record: Record, client: Client, token: Callable[[str], str]
) -> None:
    asked = client(path)
    known = known_to(asked, token, record)
    answer = send(asked, known, record.statements[0].id, "act", "warn", by="Zoë; Path=/x\r\nX: y")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "\n" not in cookie
    assert 'name="by" value="Zoë; Path=/x' in asked.get(f"/statements/{record.statements[0].id}").text


def test_what_was_rejected_leads_to_the_list_and_can_be_undone_there(
    path: Path, record: Record, client: Client, token: Callable[[str], str]
) -> None:
    asked, one = client(path), record.statements[2]
    known = known_to(asked, token, record)
    assert send(asked, known, one.id, "reject").headers["location"] == "/corrections"
    assert asked.get(f"/statements/{one.id}").status_code == 404
    made = load_record(path).corrections[0]
    assert send(asked, known, made.id, "undo").status_code == 303
    assert asked.get(f"/statements/{one.id}").status_code == 200


def test_entities_and_utterances_are_corrected_too(
    path: Path, record: Record, client: Client, token: Callable[[str], str]
) -> None:
    asked, (ellery, brandt) = client(path), record.entities[:2]
    known = token(asked.get(f"/people/{ellery.id}").text)
    answer = send(asked, known, ellery.id, "merge", brandt.name)
    assert answer.headers["location"] == f"/people/{ellery.id}"
    told = load_record(path).utterances[0]
    answer = send(asked, known, told.id, "split", told.statements[0])
    assert answer.status_code == 303
    assert load_record(path).utterances == ()


@pytest.mark.parametrize("wrong", ["", "x" * 32, "ä"])
def test_without_the_token_nothing_is_written(path: Path, record: Record, client: Client, wrong: str) -> None:
    before = path.read_bytes()
    answer = send(client(path), wrong, record.statements[0].id, "act", "warn")
    assert answer.status_code == 403
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "wrong",
    [
        ({"change": "act", "value": "shout"}, 400, "Acts are"),
        ({"change": "date", "value": "soon"}, 400, "Write 2019-01-15"),
        ({"change": "act", "value": "warn", "why": ""}, 400, "Say in a few words why"),
        ({"change": "act", "value": "warn", "by": " "}, 400, "Say who makes"),
        ({"change": "", "value": ""}, 400, "Changes are"),
        ({"item": "ffff", "change": "confirm"}, 404, "Take an id"),
    ],
    ids=str,
)
def test_what_cannot_be_done_is_said_with_its_cure(
    path: Path, record: Record, client: Client, token: Callable[[str], str], wrong: tuple[dict[str, str], int, str]
) -> None:
    asked, before, (fields, status, cure) = client(path), path.read_bytes(), wrong
    known = known_to(asked, token, record)
    whole = {"item": record.statements[0].id, "by": "Di", "why": "so", "token": known, **fields}
    answer = asked.post("/corrections", data=whole)
    assert answer.status_code == status
    assert cure in answer.text
    assert path.read_bytes() == before


def test_a_record_that_is_read_only_takes_no_corrections(path: Path, record: Record, client: Client) -> None:
    asked, before = client(path, read_only=True), path.read_bytes()
    assert "read only" in asked.get("/").text
    assert 'method="post"' not in asked.get(f"/statements/{record.statements[0].id}").text
    form = {"item": record.statements[0].id, "change": "confirm", "by": "Di", "token": "x"}
    assert asked.post("/corrections", data=form).status_code == 405
    assert path.read_bytes() == before


def test_a_body_that_is_no_form_is_refused(path: Path, client: Client) -> None:
    for body in (b"\xff\xfe\x00", b"a=1&" * 9000, b"{}"):
        assert client(path).post("/corrections", content=body).status_code in (400, 403)


SPANS = """
import sys
from fastapi import FastAPI
from fastapi.testclient import TestClient
from opentelemetry import trace
from onrecord.show.web.app import application

begun = []

class Recorder(trace.TracerProvider):
    def get_tracer(self, *_, **__):
        begun.append(1)
        return trace.NoOpTracer()

trace.set_tracer_provider(Recorder())
for app in (application(sys.argv[1]), FastAPI()):
    client = TestClient(app, base_url="http://127.0.0.1:8000")
    [client.get(address) for address in ("/", "/nothing", "/reports?page=x", "/openapi.json")]
    print(bool(begun))
"""


def test_nothing_is_reported_to_anybody_though_the_environment_asks_for_it(path: Path) -> None:
    pytest.importorskip("opentelemetry", reason="this FastAPI reports nothing")
    asked = {"FASTAPI_OTEL_AUTO_CONFIGURE": "true", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"}
    done = subprocess.run(
        [sys.executable, "-c", SPANS, str(path)], env=os.environ | asked, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]  # ours, and what FastAPI does by itself
