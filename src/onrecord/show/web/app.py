"""The addresses of the pages, as HTML and as JSON, and the form that takes corrections. The one door to FastAPI."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote, unquote

import msgspec
from fastapi import FastAPI, Query, Request, Response
from fastapi.exceptions import HTTPException, RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse

from onrecord import __version__
from onrecord.errors import OnrecordError, RecordError, UnknownId, UsageError
from onrecord.keep import Totals, correct, parts
from onrecord.model import Correction, Record, encode
from onrecord.show.acts import meant
from onrecord.show.escapes import one_line
from onrecord.show.page import rendered
from onrecord.show.web import disputes, items, lists
from onrecord.show.web.addresses import ADDRESSES, HOMES, View
from onrecord.show.web.forms import DESCRIBED, fields_of
from onrecord.show.web.guard import Guard, Token
from onrecord.show.web.styles import style_sheet

Number = Annotated[int, Query(ge=1, le=10**9, description="Which page of the list; beyond its end, the last.")]
Words = Annotated[str, Query(max_length=1000, description="Words to look for.")]
By = Annotated[Literal["words", "meaning"], Query(description="Whether the words are looked for, or what they mean.")]


_DAY = r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$"
_ABOUT_DAY = "The {} day that is shown, or its month or year: 2019-01-15, 2019-01, 2019."
First = Annotated[str, Query(alias="from", pattern=_DAY, description=_ABOUT_DAY.format("first"))]
Last = Annotated[str, Query(alias="to", pattern=_DAY, description=_ABOUT_DAY.format("last"))]

PAGES: dict[str, tuple[Callable[..., View], dict[str, tuple[Any, Any]]]] = {
    "/": (lists.overview, {}),
    "/reports": (lists.reports, {"page": (Number, 1)}),
    "/reports/{report}": (items.report, {}),
    "/people": (lists.people, {"page": (Number, 1), "named": (Words, "")}),
    "/people/{entity}": (items.person, {"page": (Number, 1)}),
    "/statements/{statement}": (items.statement, {}),
    "/utterances": (lists.utterances, {"page": (Number, 1)}),
    "/utterances/{utterance}": (items.utterance, {}),
    "/timeline": (
        lists.timeline,
        {
            "page": (Number, 1),
            "first": (First, ""),
            "last": (Last, ""),
            "undated": (bool, False),
        },
    ),
    "/events": (lists.events, {"page": (Number, 1)}),
    "/points": (disputes.points, {"page": (Number, 1)}),
    "/conflicts": (disputes.conflicts, {"page": (Number, 1)}),
    "/doubts": (lists.doubts, {"page": (Number, 1)}),
    "/search": (lists.search, {"q": (Words, ""), "by": (By, "words"), "page": (Number, 1)}),
    "/corrections": (lists.corrections, {"page": (Number, 1)}),
    "/differences": (lists.differences, {"page": (Number, 1)}),
}
"""Every address with the function that shows its page, and what may follow its question mark."""
JSON = "application/json"
REMEMBERED = 60 * 60 * 24 * 365
"""Seconds for which a browser remembers in whose name corrections are made: a year."""
_ABOUT = "Who said what and when, as the reports tell it. Every page has a twin in .json: a part of onrecord/1."
_AS_RECORD: dict[int | str, dict[str, Any]] = {
    200: {"content": {JSON: {"schema": {"$ref": "#/components/schemas/Record"}}}}
}
_SILENT: Any = dict.fromkeys(("tracing", "metrics", "logs", "operation_spans", "auto_configure"), False)
"""FastAPI can report what it does, errors' messages included, to a server that an environment variable names."""


def application(path: str | Path, *, read_only: bool = False, host: str = "127.0.0.1") -> Guard:
    """What answers for the record at `path`.

    Args:
        path: the record; each request reads it as it is at that moment.
        read_only: take no corrections.
        host: the address that is served; requests under other names are refused.
    """
    desk = Desk(path, read_only)
    app = FastAPI(
        title="onrecord",
        version=__version__,
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        telemetry=_SILENT,
    )
    for address, (show, given) in PAGES.items():
        # The twin comes first, since an id would take its ending for a part of itself.
        twin = app.get(
            json_address(address), name=f"{show.__name__}_json", response_class=Response, responses=_AS_RECORD
        )
        twin(_endpoint(address, given, desk.json, show))
        app.get(address, name=show.__name__, response_class=HTMLResponse)(_endpoint(address, given, desk.html, show))
    app.get("/static/{name}", include_in_schema=False)(_style)
    if not read_only:
        app.post(
            "/corrections", name="correct", status_code=303, response_class=RedirectResponse, openapi_extra=DESCRIBED
        )(desk.correct)
    _say_what_is_wrong(app, desk)
    described = app.openapi
    app.openapi = lambda: _with_nouns(described())  # type: ignore[method-assign]
    return Guard(app, host)


def json_address(address: str) -> str:
    """The address of a page's twin."""
    return "/index.json" if address == "/" else f"{address}.json"


def _endpoint(
    address: str, given: dict[str, tuple[Any, Any]], answer: Callable[..., Response], show: Callable[..., View]
) -> Callable[..., Response]:
    """What FastAPI calls for an address: it takes the parts of the address, and says so in its signature."""

    def endpoint(request: Request, **values: Any) -> Response:
        return answer(request, show, values)

    ids = [part[1:-1] for part in address.split("/") if part.startswith("{")]
    plain, named = inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY
    endpoint.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.Parameter("request", plain, annotation=Request),
            *(inspect.Parameter(one, named, annotation=str) for one in ids),
            *(
                inspect.Parameter(one, named, annotation=kind, default=default)
                for one, (kind, default) in given.items()
            ),
        ]
    )
    endpoint.__doc__ = show.__doc__
    return endpoint


class Desk:
    """One record as it is served."""

    def __init__(self, path: str | Path, read_only: bool) -> None:
        self._path, self._read_only, self._token, self._totals = path, read_only, Token(), Totals()

    def html(self, request: Request, show: Callable[..., View], values: dict[str, Any]) -> Response:
        """A page of the record as it is at this moment."""
        with parts(self._path, self._totals) as found:
            view = show(found, **values)
        return self._page(request, view, 200)

    def json(self, request: Request, show: Callable[..., View], values: dict[str, Any]) -> Response:
        """The items of a page, as a part of the record; links lead to the pages before and after it."""
        with parts(self._path, self._totals) as found:
            view = show(found, **values)
        headers = {}
        if place := view.pages:
            near = {"prev": place.number - 1, "next": place.number + 1}
            links = [f'<{place.query(n)}>; rel="{rel}"' for rel, n in near.items() if 1 <= n <= place.last]
            headers = {"link": ", ".join(links)} if links else {}
        return Response(encode(view.record), media_type=JSON, headers=headers)

    def _page(self, request: Request, view: View, status: int) -> HTMLResponse:
        here, query = request.url.path, request.url.query
        frame = {
            "record": one_line(Path(self._path).name),
            "here": here,
            "json": json_address(here) + (f"?{query}" if query else "") if status == 200 else None,
            "writable": not self._read_only,
            "token": self._token.value,
            "by": one_line(unquote(request.cookies.get("by", ""))),
            "pages": view.pages,
            "version": __version__,
        }
        return HTMLResponse(rendered(f"web/{view.template}.html.j2", frame | ADDRESSES | view.content), status)

    def problem(self, request: Request, error: OnrecordError, status: int) -> Response:
        """What is wrong and what to do, as a page or as JSON."""
        if request.url.path.endswith(".json"):
            said = {"subject": error.subject, "problem": error.problem, "cure": error.cure}
            return Response(msgspec.json.encode(said), status, media_type=JSON)
        content = {"subject": one_line(error.subject), "problem": error.problem, "cure": error.cure}
        return self._page(request, View("problem", content, Record()), status)

    async def correct(self, request: Request) -> Response:
        """Correct the record: `item`, `change`, `value`, `why`, `by` as `onrecord correct` takes them, and `token`."""
        form = await fields_of(request.stream())
        if not self._token.fits(form.get("token", "")):
            error = UsageError(
                "the form", "it is not one of this server's, or of an earlier start", "Load the page again"
            )
            return self.problem(request, error, 403)
        return await _in_thread(self._corrected, form)

    def _corrected(self, form: dict[str, str]) -> Response:
        value, by = form.get("value", "").strip(), form.get("by", "")
        change = form.get("change", "")
        given = meant(change, value or None)
        made = correct(self._path, form.get("item", ""), change, given, by=by, why=form.get("why", ""))
        response = RedirectResponse(self._after(made), 303)
        response.set_cookie("by", quote(by.strip()[:200]), max_age=REMEMBERED, httponly=True, samesite="strict")
        return response

    def _after(self, made: Correction) -> str:
        """Where to go when a correction is made: to the item, if it is still shown."""
        with parts(self._path, self._totals) as found:
            shown = made.applies_to and found.kind_of(made.applies_to) == made.kind
        home = HOMES.get(made.kind)
        return f"{home}{quote(made.applies_to or '')}" if shown and home else "/corrections"


async def _in_thread(work: Callable[..., Response], *given: Any) -> Response:
    from fastapi.concurrency import run_in_threadpool

    return await run_in_threadpool(work, *given)


def _style(name: str, n: int = 0) -> Response:
    text = style_sheet(name, n)
    if text is None:
        raise HTTPException(404)
    return Response(text, media_type="text/css")


def _say_what_is_wrong(app: FastAPI, desk: Desk) -> None:
    """Every error becomes a page that says what is wrong and what to do."""

    @app.exception_handler(OnrecordError)
    def ours(request: Request, error: OnrecordError) -> Response:
        status = 404 if isinstance(error, UnknownId) else 503 if isinstance(error, RecordError) else 400
        return desk.problem(request, error, status)

    @app.exception_handler(RequestValidationError)
    def wrong(request: Request, error: RequestValidationError) -> Response:
        what = ", ".join(sorted({str(one["loc"][-1]) for one in error.errors()}))
        said = UsageError(request.url.path, f"the address is not right in: {what}", "Follow a link of another page")
        return desk.problem(request, said, 400)

    @app.exception_handler(404)
    @app.exception_handler(405)
    def nothing(request: Request, error: HTTPException) -> Response:
        said = UnknownId(request.url.path, "there is no such page", "Begin at the overview")
        return desk.problem(request, said, error.status_code)


def _with_nouns(described: dict[str, Any]) -> dict[str, Any]:
    """The description of the addresses with the nouns of onrecord/1."""
    _, nouns = msgspec.json.schema_components([Record], ref_template="#/components/schemas/{name}")
    described.setdefault("components", {}).setdefault("schemas", {}).update(nouns)
    return described
