"""The network: only the files that were shipped, and the same numbers whatever else is read."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder import (
    LONGEST,
    READER_SHA256,
    SENTENCES_SHA256,
    WIDTH,
    Encoder,
    Ints,
    Manifest,
    Seen,
    Sentences,
    shipped,
    shipped_sentences,
)
from onrecord.errors import ModelError
from onrecord.find.reader import Reading
from onrecord.find.windows import BODY, pieces, window_arrays

MODELS = files("onrecord") / "models"
MANIFEST = msgspec.json.decode((MODELS / "reader.json").read_bytes(), type=Manifest)
LONG = (
    "Dorrit Vance said on Monday that the old weir at Ostrell was sound. “It will hold,” Mr Vance told the town. " * 12
)
SHORT = "Hugo Lamm denied it."


def flip(path: Path) -> None:
    """Change one bit in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def window(encoder: Encoder, text: str) -> Ints:
    """The first window of a text."""
    doc = pieces(text, encoder.tokens(text))
    return window_arrays(doc, 0, min(len(doc), BODY))[0]


def numbers(seen: Seen) -> list[bytes]:
    return [getattr(seen, field.name).tobytes() for field in fields(seen)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the model."""
    for name in ["reader.json", *MANIFEST.sha256]:
        (tmp_path / name).write_bytes((MODELS / name).read_bytes())
    return tmp_path


@pytest.fixture(scope="module")
def two_threads() -> Encoder:
    return Encoder(MODELS, READER_SHA256, threads=2)


def test_every_file_of_the_model_is_the_one_that_was_shipped() -> None:
    hashes = {name: hashlib.sha256((MODELS / name).read_bytes()).hexdigest() for name in MANIFEST.sha256}
    assert hashes == MANIFEST.sha256
    assert hashlib.sha256((MODELS / "reader.json").read_bytes()).hexdigest() == READER_SHA256
    assert {"encoder.onnx", "roles.onnx", "tokenizer.json"} <= set(hashes)


def test_a_copy_of_the_model_will_do(folder: Path) -> None:
    copy = Encoder(folder, READER_SHA256)
    assert numbers(copy.window(window(copy, SHORT))) == numbers(shipped().window(window(shipped(), SHORT)))


@pytest.mark.parametrize("name", ["reader.json", *MANIFEST.sha256])
def test_one_flipped_bit_in_a_file_of_the_model_is_refused(folder: Path, name: str) -> None:
    flip(folder / name)
    with pytest.raises(ModelError, match="not the file that came with onrecord") as caught:
        Encoder(folder, READER_SHA256)
    assert caught.value.subject == str(folder / name)


@pytest.mark.parametrize("name", sorted(MANIFEST.sha256))
def test_a_manifest_that_may_be_any_still_names_the_files(folder: Path, name: str) -> None:
    flip(folder / name)
    with pytest.raises(ModelError) as caught:
        Encoder(folder, None)
    assert caught.value.subject == str(folder / name)


@pytest.mark.parametrize("name", ["reader.json", *MANIFEST.sha256])
def test_a_missing_file_of_the_model_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match="missing") as caught:
        Encoder(folder, READER_SHA256)
    assert caught.value.subject == str(folder / name)


def test_a_folder_that_is_not_there_is_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"reader\.json"):
        Encoder(tmp_path / "none", READER_SHA256)


@pytest.mark.parametrize("text", [SHORT, LONG], ids=["short", "long"])
def test_the_number_of_threads_changes_no_byte(two_threads: Encoder, text: str) -> None:
    inputs = window(shipped(), text)
    assert numbers(two_threads.window(inputs)) == numbers(shipped().window(inputs))
    one, two = (Reading(text, encoder) for encoder in (shipped(), two_threads))
    assert one.attributions() == two.attributions()
    assert one.names() == two.names()


def test_what_was_read_before_changes_no_byte() -> None:
    inputs = window(shipped(), SHORT)
    first = numbers(shipped().window(inputs))
    shipped().window(window(shipped(), LONG))
    assert numbers(shipped().window(inputs)) == first


def test_many_may_read_at_once() -> None:
    windows = [window(shipped(), text) for text in (SHORT, LONG, SHORT * 3, LONG[40:])]
    alone = [numbers(shipped().window(one)) for one in windows]
    with ThreadPoolExecutor(4) as pool:
        assert [numbers(seen) for seen in pool.map(shipped().window, windows * 3)] == alone * 3


def test_a_window_has_a_row_for_every_piece() -> None:
    inputs = window(shipped(), LONG)
    seen = shipped().window(inputs)
    rows = [getattr(seen, field.name) for field in fields(seen)]
    assert {len(row) for row in rows} == {inputs.shape[1]} == {BODY + 2}
    assert (seen.cues.shape[1], seen.names.shape[1], seen.pieces.shape[1]) == (3, 7, seen.heads.shape[1])
    assert all(row.dtype == np.float32 and np.isfinite(row).all() for row in rows)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Weir held", ["Weir", "held"]),
        ("It held.", ["It", "held", "."]),
        ("a\u00a0b\n\nc", ["a", "b", "c"]),
        ("weir 😀 held", ["weir", "😀", "held"]),
        ("“Go!”", ["“", "Go", "!", "”"]),
        ("", []),
        (" \n\t\u200b\u202e", []),
    ],
)
def test_pieces_are_slices_of_the_text(text: str, cut: list[str]) -> None:
    tokens = shipped().tokens(text)
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == cut


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
        st.text(st.sampled_from("aÉeß\u0301\u200d\u202e\u0000\u00adİﬁ각中ก\U0001f1f3 \n“”'."), max_size=60),
        st.integers(1, 5000).map(lambda n: "weir" * n),
    )
)
def test_the_pieces_of_any_text_are_inside_it_and_in_order(text: str) -> None:
    tokens = shipped().tokens(text)
    ranges = list(zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True))
    assert len(tokens.ids) == len(ranges)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    # The parts of one character, such as the letters of a Korean syllable, have its range in common.
    assert all(a == b or a[1] <= b[0] for a, b in pairwise(ranges))


def test_a_long_text_is_not_cut_off() -> None:
    text = "weir " * 3000
    assert len(shipped().tokens(text).ids) == 3000


def test_the_model_is_loaded_once() -> None:
    assert shipped() is shipped()


def test_neither_torch_nor_transformers_is_needed() -> None:
    script = "import sys, onrecord.encoder, onrecord.run; print(*{'torch', 'transformers'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert done.stdout.split() == []


def test_loading_and_a_first_reading_take_less_than_three_seconds() -> None:
    start = time.process_time()
    assert Reading(SHORT, Encoder(MODELS, READER_SHA256)).attributions()
    assert time.process_time() - start < 3


@pytest.fixture
def sentences_folder(folder: Path) -> Path:
    """A copy of all models."""
    for name in ("sentences.onnx", "bearings.onnx"):
        (folder / name).write_bytes((MODELS / name).read_bytes())
    return folder


def test_the_sentence_encoder_is_the_one_that_was_shipped(sentences_folder: Path) -> None:
    digest = hashlib.sha256((MODELS / "sentences.onnx").read_bytes()).hexdigest()
    assert digest == SENTENCES_SHA256
    copy = Sentences(sentences_folder, SENTENCES_SHA256)
    assert copy.meaning(SHORT).tobytes() == shipped_sentences().meaning(SHORT).tobytes()
    assert shipped_sentences() is shipped_sentences()


@pytest.mark.parametrize("name", ["sentences.onnx", "bearings.onnx", "tokenizer.json", "reader.json"])
def test_a_changed_or_missing_file_of_the_sentence_encoder_is_refused(sentences_folder: Path, name: str) -> None:
    flip(sentences_folder / name)
    with pytest.raises(ModelError, match="not the file that came with onrecord"):
        Sentences(sentences_folder, SENTENCES_SHA256)
    (sentences_folder / name).unlink()
    with pytest.raises(ModelError, match="missing"):
        Sentences(sentences_folder, SENTENCES_SHA256)


def test_a_meaning_is_one_unit_long_and_the_same_whatever_is_read_beside_it() -> None:
    texts = [SHORT, LONG, "It held.", ""]
    alone = [shipped_sentences().meaning(text) for text in texts]
    assert all(one.shape == (WIDTH,) and abs(float(np.linalg.norm(one)) - 1) < 1e-5 for one in alone)
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(shipped_sentences().meaning, texts * 3))
    assert [one.tobytes() for one in together] == [one.tobytes() for one in alone] * 3


def test_what_goes_beyond_the_longest_sentence_does_not_count() -> None:
    cut = shipped_sentences().meaning("weir " * LONGEST)
    assert cut.tobytes() == shipped_sentences().meaning("weir " * (LONGEST + 50)).tobytes()
