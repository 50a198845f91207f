"""How every command ends: each kind of error as one line on the error stream and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from onrecord.errors import FAULT, OnrecordError
from onrecord.show.escapes import visible

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells count it: 128 and the number of the signal."""
PIPE_CLOSED = 141
"""Exit code where the reader of our output went away (`| head`), as for any program that is told so by the system."""


def outcome(command: Callable[[], int], debug: bool = False) -> int:
    """Run `command` and give its exit code; an error is written to the error stream and becomes a code."""
    try:
        code = command()
        sys.stdout.flush()
    except OnrecordError as error:
        say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except Exception as error:
        report_fault(error, debug)
        return FAULT
    return code


def say(message: str) -> None:
    """One line on the error stream, in our name."""
    print(f"onrecord: {visible(message)}", file=sys.stderr)


def report_fault(error: Exception, debug: bool) -> None:
    """Says where the fault is, without the message of the exception: that may quote a report."""
    frames = traceback.extract_tb(error.__traceback__)[1:]
    ours = [frame for frame in frames if "onrecord" in Path(frame.filename).parts] or frames
    where = "/".join(Path(ours[-1].filename).parts[-2:])
    say(
        f"this is a fault of onrecord, not yours: {type(error).__name__} in {where}, line {ours[-1].lineno}. "
        "Please report this line to its makers; `onrecord --debug …` shows more."
    )
    if debug:
        for line in "".join(traceback.format_exception(error)).splitlines():
            print(visible(line), file=sys.stderr)


def _forget_output() -> None:
    """Sends what is still to be written to nowhere, so that the interpreter does not complain at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):  # standard output is no file, as in a test
        pass
