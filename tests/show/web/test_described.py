"""The description at /openapi.json: whatever it allows, and much that it does not, is answered without a fault.

Schemathesis makes up the requests, the same in every run.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from onrecord.keep import load_record, verify
from onrecord.show.web.app import PAGES, application, json_address

schemathesis = pytest.importorskip("schemathesis")
ADDRESSES = [*PAGES, *map(json_address, PAGES)]
EXAMPLES = 8
"""Requests of each kind, right and wrong, for each address."""
FIXED = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def described(path: Path) -> Any:
    """What is described, asked under the name that a browser on this computer uses."""
    served = application(path)

    async def named(scope: Any, receive: Any, send: Any) -> None:
        others = [pair for pair in scope.get("headers", ()) if pair[0] != b"host"]
        await served({**scope, "headers": [*others, (b"host", b"127.0.0.1:8000")]}, receive, send)

    return schemathesis.openapi.from_asgi("/openapi.json", named)


def answered(case: Any) -> int:
    """Ask, and fail where the answer is a fault or not what is described; gives its status."""
    answer = case.call()
    names = ("not_a_server_error", "response_schema_conformance", "content_type_conformance")
    case.validate_response(answer, checks=[schemathesis.checks.CHECKS.get_one(name) for name in names])
    return int(answer.status_code)


@pytest.mark.parametrize("address", ADDRESSES)
def test_whatever_is_asked_no_answer_is_a_fault(path: Path, address: str) -> None:
    operation = described(path)[address]["GET"]
    record, seen = load_record(path), set()
    ids = [one.id for items in (record.reports, record.entities, record.statements, record.utterances) for one in items]
    modes = [schemathesis.GenerationMode.POSITIVE]
    modes += [schemathesis.GenerationMode.NEGATIVE] if operation.query else []
    for mode in modes:

        @FIXED
        @given(case=operation.as_strategy(generation_mode=mode), known=st.sampled_from([*ids, None, None]))
        def ask(case: Any, known: str | None) -> None:
            if known and case.path_parameters:
                case.path_parameters = dict.fromkeys(case.path_parameters, known)
            seen.add(answered(case))

        ask()
    assert seen <= {200, 400, 404}
    assert seen


def test_whatever_a_form_says_the_answer_is_no_fault_and_the_record_stays_whole(path: Path) -> None:
    schema = described(path)
    operation = schema["/corrections"]["POST"]
    record, seen = load_record(path), set()
    ids = [one.id for items in (record.entities, record.statements, record.utterances) for one in items]
    page = schema["/statements/{statement}"]["GET"].Case(path_parameters={"statement": record.statements[0].id}).call()
    known = re.search(r'name="token" value="([^"]+)"', page.text)
    assert known
    token = known[1]

    @FIXED
    @given(case=operation.as_strategy(), item=st.sampled_from(ids), right=st.booleans())
    def send(case: Any, item: str, right: bool) -> None:
        if right:
            case.body = {**case.body, "item": item, "token": token}
        seen.add(answered(case))

    send()
    assert {400, 403} <= seen <= {200, 303, 400, 403, 404}
    assert verify(path) == ()
