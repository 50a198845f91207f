"""Counts which types the labels of events give each verb and noun, as far as it tells an event twice.

    python -m training.deed_types BENCHMARKS OUT.toml

OUT is what the package ships as `onrecord/data/en/deed_types.toml`. The verbs and nouns are those by which the product
knows the deeds that it finds in the articles not held aside, labels/events.jsonl and labels/events_main.jsonl.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

from onrecord.find.happenings import DEED_TYPES
from onrecord.find.statements import with_finder
from training.deeds import Deeds, load_deeds
from training.expressions import report_of

LEAST = 2  #: labels of a verb or noun below which it is left out: one alone is often a slip
HEAD = """\
# How often the labels of events give each verb or noun a type; written by training/deed_types.py.
"""


def typed(doc: Deeds) -> list[tuple[str, str]]:
    """The lemma and the type of each deed that an article marks and the product tells."""
    return list(_typed(doc))


def _typed(doc: Deeds) -> Iterator[tuple[str, str]]:
    _, finder = with_finder(report_of(doc.id, doc.text))
    for one in finder.held():
        start, end = one.trigger
        for marked in (mark for mark in doc.marks if mark.trigger[0] < end and start < mark.trigger[1]):
            yield one.deed.lemma, DEED_TYPES[marked.type]
            break


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    by_lemma: dict[str, Counter[str]] = defaultdict(Counter)
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(typed, load_deeds(args.benchmarks, aside=False), chunksize=4)
        for lemma, kind in chain.from_iterable(found):
            by_lemma[lemma][kind] += 1
    everything = sum(by_lemma.values(), Counter[str]())
    lines = [HEAD, "[all]", *(f"{kind} = {everything[kind]}" for kind in DEED_TYPES), "", "[lemmas]"]
    for lemma, counts in sorted(by_lemma.items()):
        if counts.total() >= LEAST:
            told = " ".join(f"{kind} {count}" for kind, count in counts.most_common())
            lines.append(f'"{lemma}" = "{told}"')
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - len(DEED_TYPES) - 4} verbs and nouns of {everything.total()} labels")


if __name__ == "__main__":
    main()
