import msgspec
import pytest

from onrecord.errors import UsageError
from onrecord.settings import HELP, Settings, from_environment


def test_every_setting_has_a_line_of_help_and_nothing_else_has() -> None:
    assert set(HELP) == set(Settings.__struct_fields__)


def test_a_variable_of_the_environment_changes_its_setting_alone() -> None:
    assert from_environment({"ONRECORD_MAX_BYTES": "99", "HOME": "x"}) == msgspec.structs.replace(
        Settings(), max_bytes=99
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ONRECORD_MAX_BITES", "9"),
        ("ONRECORD_MAX_BYTES", "many"),
        ("ONRECORD_MAX_BYTES", "-5"),
        ("ONRECORD_SAME_WORDS", "7"),
    ],
)
def test_a_wrong_variable_is_wrong_use_that_names_it_or_the_choices(name: str, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        from_environment({name: value})
    assert name in str(caught.value)
