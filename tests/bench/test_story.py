from onrecord.bench.story import story_entity

A = frozenset({("a", 3), ("a", 4)})
B = frozenset({("b", 1)})


def test_an_entity_covers_all_its_mentions_and_ends_where_each_ends() -> None:
    entity = story_entity([A, B, frozenset()], ["Ida Brandt"], "person")
    assert entity.mentions == A | B
    assert entity.ends == {("a", 4), ("b", 1)}


def test_names_are_known_in_any_case() -> None:
    assert story_entity([], ["Ida BRANDT", "ida brandt"], "person").names == {"ida brandt"}


def test_groups_and_unnamed_sources_are_not_named() -> None:
    assert [story_entity([], [], kind).named for kind in ("person", "country", "group", "unnamed")] == [
        True,
        True,
        False,
        False,
    ]
