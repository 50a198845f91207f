from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import UsageError
from onrecord.show.web.server import address, bound, run


def test_any_free_port_is_found_and_named() -> None:
    opened = bound("127.0.0.1", 0)
    assert address(opened, "127.0.0.1") == f"http://127.0.0.1:{opened.getsockname()[1]}/"
    assert address(opened, "::1").startswith("http://[::1]:")
    opened.close()


def test_a_port_that_is_taken_is_an_error_with_its_cure() -> None:
    opened = bound("127.0.0.1", 0)
    opened.listen()
    with pytest.raises(UsageError, match="Choose another --port"):
        bound("127.0.0.1", opened.getsockname()[1])
    opened.close()


@pytest.mark.parametrize("host", ["no.such.host.invalid", "192.0.2.1", "a" * 300])
def test_an_address_that_is_not_this_computers_is_an_error(host: str) -> None:
    with pytest.raises(UsageError, match="nothing can be served there"):
        bound(host, 0)


def test_whoever_hears_of_the_address_is_not_refused() -> None:
    opened = bound("127.0.0.1", 0)

    def at_once() -> None:
        socket.create_connection(opened.getsockname(), timeout=5).close()
        raise KeyboardInterrupt

    async def app(scope: Any, receive: Any, send: Any) -> None:
        raise AssertionError

    with pytest.raises(KeyboardInterrupt):
        run(app, opened, at_once)
    opened.close()


@pytest.mark.skipif(os.name != "posix", reason="stops the server as by Ctrl-C")
def test_the_command_serves_this_computer_until_it_is_stopped(path: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "serve", str(path), "--port", "0", "--read-only"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout
        line = server.stdout.readline()
        where = line.split(" is at ")[1].split()[0]
        assert where.startswith("http://127.0.0.1:")
        for _ in range(100):
            try:
                page = urllib.request.urlopen(where, timeout=60).read().decode()
                break
            except OSError:
                time.sleep(0.1)
        assert "8 statements" in page
        server.send_signal(signal.SIGINT)
        _, complaints = server.communicate(timeout=60)
        assert (server.returncode, complaints) == (0, "")


def test_a_record_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "serve", str(tmp_path / "none.db"), "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 20
    assert "onrecord build" in done.stderr
