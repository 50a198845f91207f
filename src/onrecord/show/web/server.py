"""The server that answers a browser on this computer. The one door to uvicorn."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from onrecord.errors import UsageError
from onrecord.show.web.guard import App


def bound(host: str, port: int) -> socket.socket:
    """A socket at this address; port 0 stands for any that is free.

    Raises:
        UsageError: the address is not this computer's, or the port is taken.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
    except (OSError, OverflowError, UnicodeError) as error:
        problem = f"nothing can be served there ({getattr(error, 'strerror', None) or error})"
        raise UsageError(f"{host}:{port}", problem, "Choose another --port, or 0 for any that is free") from error
    return opened


def address(opened: socket.socket, host: str) -> str:
    """What to type into a browser."""
    port = opened.getsockname()[1]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def run(app: App, opened: socket.socket, ready: Callable[[], None]) -> None:
    """Answer until somebody presses Ctrl-C."""
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=1,
    )
    opened.listen()  # so that whoever hears of the address waits instead of being refused
    ready()
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[opened])
