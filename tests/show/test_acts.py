from typing import get_args

import pytest

from onrecord.errors import UsageError
from onrecord.model import Act
from onrecord.show.acts import ACTS, meant, named_act, shown_act


def test_every_act_has_a_verb_of_its_own() -> None:
    assert set(ACTS) == set(get_args(Act))
    assert len({verb for verb, _ in ACTS.values()}) == len(ACTS)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_named_by_its_verb_or_its_name_in_any_case(act: Act) -> None:
    assert named_act(act) == named_act(f" {shown_act(act).upper()} ") == act


def test_an_error_lists_both_words_of_each_act() -> None:
    with pytest.raises(UsageError) as error:
        named_act("shouts")
    assert "accuses (allege)" in error.value.cure
    assert "states (assert)" in error.value.cure


def test_only_acts_are_translated() -> None:
    assert (meant("act", "accuses"), meant("speaker", "accuses"), meant("confirm", None)) == ("allege", "accuses", None)
    assert shown_act("hum") == "hum"
