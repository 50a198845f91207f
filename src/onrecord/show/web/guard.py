"""Stands in front of the pages: who may ask, what a browser may do with the answer, and how a fault is answered.

Written against ASGI alone, so that no page can forget it.
"""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from onrecord.show.faults import report_fault

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
WILDCARDS = frozenset({"0.0.0.0", "::"})
"""Addresses that stand for all of a computer's addresses."""
MOST_BYTES = 65_536
"""Bytes of a form. A reason of ten pages fits."""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load and do: its own style sheets and its own forms. No script of any origin runs."""
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class Guard:
    """Lets through what comes from this computer's own pages.

    Args:
        app: what answers.
        host: the address that is served, as the user named it.
    """

    def __init__(self, app: App, host: str) -> None:
        self._app, self._host = app, host

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refusal = self._refusal(scope["method"], headers)
        if refusal is not None:
            await _plain(send, *refusal)
            return
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        try:
            asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
            await self._app(asked, receive, sending)
        except Exception as error:
            # The message of an error may quote a report: it goes nowhere, and its place to the terminal.
            report_fault(error, debug=False)
            if not started:
                await _plain(send, 500, "This is a fault of onrecord, not yours. The terminal says where it lies.")

    def _refusal(self, method: str, headers: Message) -> tuple[int, str] | None:
        """Why a request is not answered, with the status; None where it is."""
        if not may_be_asked(headers.get("host", ""), self._host):
            return 421, "This server does not answer under that name. Use the address that `onrecord serve` printed."
        if method not in ("GET", "HEAD", "POST"):
            return 405, "Pages are read (GET) and corrections sent (POST)."
        if method == "POST":
            origin, site = headers.get("origin"), headers.get("sec-fetch-site")
            if site not in (None, "same-origin", "none"):
                return 403, "Corrections are taken from this server's own pages alone."
            if origin is not None and urlsplit(origin).netloc != headers["host"]:
                return 403, "Corrections are taken from this server's own pages alone."
            length = headers.get("content-length", "")
            if not length.isdecimal() or int(length) > MOST_BYTES:
                return 413, f"A form may have {MOST_BYTES:,} bytes."
        return None


def may_be_asked(named: str, served: str) -> bool:
    """Whether the Host header `named` is one of the server at `served`.

    A page elsewhere may let its own name lead to this computer (DNS rebinding) and would then be of one origin with
    the record. So names count only where they are this computer's: localhost, or the one that is served. Where all
    addresses are served, any address in digits does as well, since no name can lead to another origin with it.
    """
    try:
        host = urlsplit(f"//{named}").hostname or ""
    except ValueError:
        return False
    if host in LOOPBACK or host == served.lower():
        return True
    return served in WILDCARDS and _is_address(host)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class Token:
    """What a form must bring along to be taken: it is known to this server's own pages only."""

    def __init__(self) -> None:
        self.value = secrets.token_urlsafe(24)

    def fits(self, given: str) -> bool:
        """Whether this is it, told in a time that says nothing of how much of it is right."""
        return secrets.compare_digest(given.encode(), self.value.encode())


async def _plain(send: Send, status: int, words: str) -> None:
    headers: Iterable[tuple[bytes, bytes]] = ((b"content-type", b"text/plain; charset=utf-8"), *HEADERS)
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    await send({"type": "http.response.body", "body": words.encode()})
