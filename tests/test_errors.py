import re

from onrecord import errors
from onrecord.errors import OnrecordError

CLASSES = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, OnrecordError)]
CONCRETE = [one for one in CLASSES if "exit_code" in vars(one) and one is not OnrecordError]


def test_every_kind_of_error_has_an_exit_code_of_its_own() -> None:
    codes = [one.exit_code for one in CONCRETE]
    assert len(set(codes)) == len(codes)
    assert all(code == 2 or 10 <= code <= 29 for code in codes)
    assert {errors.CHECK_FAILED, errors.UNREAD_STRICT, errors.FAULT}.isdisjoint(codes)


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    drawn = dict(re.findall(r"[├└]── (\w+)\s+(\d+)", errors.__doc__ or ""))
    assert drawn == {one.__name__: str(one.exit_code) for one in CONCRETE}


def test_a_message_names_the_input_the_problem_and_the_cure() -> None:
    error = errors.MissingInput("a.txt", "there is no such file", "Check the name")
    assert str(error) == "a.txt: there is no such file. Check the name."
    assert error.why == "there is no such file. Check the name."
