import pytest

from onrecord import errors
from onrecord.errors import OnrecordError
from onrecord.show.faults import outcome


def kinds(of: type[OnrecordError]) -> list[type[OnrecordError]]:
    return [of, *(kind for each in of.__subclasses__() for kind in kinds(each))]


def failing(error: BaseException) -> int:
    raise error


@pytest.mark.parametrize("kind", kinds(OnrecordError), ids=lambda kind: kind.__name__)
def test_each_kind_of_error_is_its_code_and_one_line(
    kind: type[OnrecordError], capsys: pytest.CaptureFixture[str]
) -> None:
    error = kind("a\x1b[2J.txt", "is bad", "Mend it")
    assert outcome(lambda: failing(error)) == kind.exit_code
    assert capsys.readouterr() == ("", "onrecord: a\\x1b[2J.txt: is bad. Mend it.\n")


@pytest.mark.parametrize("debug", [True, False])
def test_a_fault_of_ours_is_a_line_with_its_kind_and_place_but_not_its_words(
    debug: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert outcome(lambda: failing(KeyError("a secret\x1b")), debug) == errors.FAULT
    out, err = capsys.readouterr()
    assert out == ""
    assert "KeyError in show/test_faults.py, line" in err
    assert "report" in err
    assert ("Traceback" in err, "secret" in err) == (debug, debug)
    assert "\x1b" not in err
    assert debug or err.count("\n") == 1


def test_ctrl_c_is_130(capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(lambda: failing(KeyboardInterrupt())) == 130
    assert capsys.readouterr().err == "onrecord: interrupted\n"


def test_a_reader_that_went_away_is_no_complaint(capfd: pytest.CaptureFixture[str]) -> None:
    assert outcome(lambda: failing(BrokenPipeError())) == 141
    assert capfd.readouterr() == ("", "")


def test_the_commands_own_code_is_kept() -> None:
    assert [outcome(lambda code=code: code) for code in (0, 1, 3)] == [0, 1, 3]  # type: ignore[misc]
