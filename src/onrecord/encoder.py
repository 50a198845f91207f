"""The small networks, and the one door to `onnxruntime` and `tokenizers`.

`Encoder`, the reader: all-MiniLM-L6-v2 with features of typography added to its word embeddings, fitted to news reports
by the recipe in `training/`, in int8. `Sentences`: the same network as it was published, in int8, which tells how near
two sentences are in meaning. What they are, what they were trained on and what they get wrong: `models/README.md`.

A window is run by itself, never in a batch, because the scale of the dynamic quantisation is taken from everything that
is run together: so the same text gives the same numbers whatever else is read, in whatever order, on however many
threads.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from threading import Lock

import msgspec
import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import ModelError

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

WIDTH = 384  #: numbers that the last layer holds for each piece
_LOADING = Lock()
READER_SHA256 = "6707f202e5805626b71af438861702f4633ae081a2511224abaf25e4e4bfc137"
"""SHA-256 of `models/reader.json`, which holds those of the other files: weights that were not shipped are refused."""

SENTENCES_SHA256 = "5e2c262b29c46723a231826db0dba4958ea0fcd235b498934b651aa34a2a4385"
"""SHA-256 of `models/sentences.onnx`."""
BEARINGS_SHA256 = "3d22fbb6641a67f44c56aec6047c9040d98e601a6cfa0325b6bbc80ee905c3f7"
"""SHA-256 of `models/bearings.onnx`."""
LONGEST = 128
"""Word pieces of a sentence that count for its meaning; the rest of a longer one is left out."""
REMEMBERED = 4096
"""Sentences whose meaning is remembered, at most: matching and keeping ask for the same ones. They take 8 MB."""


@dataclass(frozen=True)
class Tokens:
    """The word pieces of a text: their ids and ranges of characters (code points), an array entry for each
    piece."""

    ids: Ints
    starts: Ints
    ends: Ints


@dataclass(frozen=True)
class Seen:
    """What the network makes of one window of n pieces."""

    cues: Floats
    """(n, 3) scores that a piece is outside a cue, begins one, or goes on with one."""
    names: Floats
    """(n, 7) scores of the tags of names."""
    pieces: Floats
    """(n, 256) what each piece is to the cue of an attribution."""
    heads: Floats
    """(n, 256) what each piece is as part of a cue."""
    states: Floats
    """(n, 384) the last layer."""
    events: Floats
    """(n, 5) scores of the tags of words that tell of events."""
    types: Floats
    """(n, 15) scores of the types of events."""
    words: Floats
    """(n, 17) scores of the parts of speech."""
    relations: Floats
    """(n, 36) scores of what the word is to its head."""
    arcs: Floats
    """(n, n) scores that the piece of the column is the head of that of the row; column 0 is for what has none."""
    deeds: Floats
    """(n, 3) scores that a piece is outside a deed that a record holds, begins its trigger, or goes on with it."""
    deed_types: Floats
    """(n, 17) scores of the types of such a deed."""
    statuses: Floats
    """(n, 5) scores of its status."""
    agents: Floats
    """(n, n) scores that the piece of the column names who does the deed of the row; column 0: nobody does."""
    patients: Floats
    """(n, n) the same for whom it is done to."""
    links: Floats
    """(n, 128) what each piece asks for as part of a pronoun or a description, and what it answers as the first of a
    name: 64 each. The product of both, over 8, scores that the name is the one meant; nobody has 0."""


OUTPUTS = tuple(Seen.__dataclass_fields__)
"""What the graph gives, by name."""


class Tables(msgspec.Struct, frozen=True):
    """The learned scores of moving from one tag to the next."""

    cue_moves: list[list[float]]
    role_moves: list[list[float]]


class Manifest(msgspec.Struct, frozen=True):
    """`reader.json`: the tables, and the SHA-256 of every file of the model."""

    sha256: dict[str, str]
    tables: Tables


class Encoder:
    """The network, loaded. One may be used from many threads."""

    def __init__(self, folder: Traversable, digest: str | None, threads: int = 1) -> None:
        """Load the model in `folder`.

        Args:
            folder: holds reader.json and the files that it names.
            digest: SHA-256 that reader.json must have; None: any.
            threads: how many threads one window is computed with. The numbers do not depend on it.

        Raises:
            ModelError: a file is missing or is not the one that was shipped.
        """
        about = _checked(folder, "reader.json", digest)
        manifest = msgspec.json.decode(about, type=Manifest)
        blobs = {name: _checked(folder, name, expected) for name, expected in manifest.sha256.items()}
        self.tables = manifest.tables
        self._cutter = Tokenizer.from_str(blobs["tokenizer.json"].decode("utf-8"))
        self._cutter.no_truncation()
        self._cutter.no_padding()
        self._encoder = _session(blobs["encoder.onnx"], threads)
        self._roles = _session(blobs["roles.onnx"], threads)
        self._acts = _session(blobs["acts.onnx"], threads)
        self._antecedents = _session(blobs["antecedents.onnx"], threads)
        self._parties = _session(blobs["parties.onnx"], threads)

    def tokens(self, text: str) -> Tokens:
        """Cut a text into word pieces."""
        coded = self._cutter.encode(text, add_special_tokens=False)
        offsets = np.array(coded.offsets, np.int64).reshape(-1, 2)
        return Tokens(np.array(coded.ids, np.int64), offsets[:, 0], offsets[:, 1])

    def window(self, inputs: Ints) -> Seen:
        """Read one window: (4, n) ids, caps, breaks, quote, as `find.windows.window_arrays` makes them."""
        return Seen(*self._encoder.run(list(OUTPUTS), {"inputs": inputs}))

    def acts(self, features: Floats) -> Floats:
        """(n, 779) the meaning of statements and the lists' opinion of them (`find.acts`) to (n, 10) probabilities: of
        the nine acts, and of its being no statement."""
        chances: Floats = self._acts.run(["acts"], {"features": features})[0]
        return chances

    def antecedents(self, rows: Floats) -> Floats:
        """(n, features) rows, as `find.antecedents` makes them, to (n,) probabilities: one expression's candidates."""
        chances: Floats = self._antecedents.run(["chances"], {"rows": rows})[0]
        return chances

    def parties(self, rows: Floats) -> Floats:
        """(n, 37) rows, as `find.party_rows` makes them, to (n,) scores of the candidates for the parties of deeds."""
        scores: Floats = self._parties.run(["scores"], {"rows": rows})[0]
        return scores

    def roles(self, pieces: Floats, cue: Floats, near: Ints, mask: npt.NDArray[np.bool_]) -> Floats:
        """Score what each piece around each cue is to it.

        Args:
            pieces: (cues, n, 256) of `Seen.pieces` around each cue.
            cue: (cues, 256) the mean of `Seen.heads` over the pieces of each cue.
            near: (3, cues, n) distance, relation and state of quotation, as `find.reader` numbers them.
            mask: (cues, n) false where there is no text.

        Returns:
            (cues, n, 5) scores of outside, source begins, goes on, content begins, goes on.
        """
        feed = {"pieces": pieces, "cue": cue, "near": near, "mask": mask.astype(np.float32)}
        scores: Floats = self._roles.run(["roles"], feed)[0]
        return scores


class Sentences:
    """What sentences mean, as numbers. One may be used from many threads."""

    def __init__(self, folder: Traversable, digest: str | None) -> None:
        """Load the sentence encoder in `folder`.

        Args:
            folder: holds sentences.onnx, bearings.onnx, and the reader's reader.json and tokenizer.json.
            digest: SHA-256 that sentences.onnx must have; None: any, and of the others too.

        Raises:
            ModelError: a file is missing or is not the one that was shipped.
        """
        shipped_with = READER_SHA256 if digest is not None else None
        about = msgspec.json.decode(_checked(folder, "reader.json", shipped_with), type=Manifest)
        cutter = _checked(folder, "tokenizer.json", about.sha256["tokenizer.json"])
        self._cutter = Tokenizer.from_str(cutter.decode("utf-8"))
        self._cutter.enable_truncation(LONGEST)
        self._cutter.no_padding()
        self._session = _session(_checked(folder, "sentences.onnx", digest), 1)
        self._bearings = _session(_checked(folder, "bearings.onnx", BEARINGS_SHA256 if digest else None), 1)
        self._latest: dict[str, Floats] = {}

    def meaning(self, sentence: str) -> Floats:
        """(384,) numbers of length one: the nearer two sentences are in meaning, the larger their product (to 1)."""
        known = self._latest.get(sentence)
        if known is None:
            if len(self._latest) >= REMEMBERED:
                self._latest.clear()
            known = self._latest[sentence] = self._meaning(sentence)
        return known

    def bearing(self, row: Floats) -> tuple[Floats, Floats]:
        """What a statement is about, and how it stands to that: two vectors, to be multiplied with those of others.

        Args:
            row: (numbers,) the statement as `match.bearings.rows` puts it.
        """
        subject, stand = self._bearings.run(["subject", "stand"], {"row": row})
        return subject, stand

    def _meaning(self, sentence: str) -> Floats:
        ids = np.array(self._cutter.encode(sentence).ids, np.int64)
        numbers: Floats = self._session.run(["meaning"], {"ids": ids})[0]
        return numbers


def _session(graph: bytes, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _checked(folder: Traversable, name: str, digest: str | None) -> bytes:
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise ModelError(str(folder / name), "a file of the model is missing", "Install onrecord again") from error
    if digest is not None and hashlib.sha256(content).hexdigest() != digest:
        raise ModelError(str(folder / name), "is not the file that came with onrecord", "Install onrecord again")
    return content


def processors() -> int:
    """How many processors this process may use, so how many threads may run a network at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def shipped() -> Encoder:
    """The model that comes with onrecord, loaded once for the process, whichever thread asks first."""
    with _LOADING:
        return _shipped()


def shipped_sentences() -> Sentences:
    """The sentence encoder that comes with onrecord, loaded once for the process, and not before it is asked for."""
    with _LOADING:
        return _shipped_sentences()


@cache
def _shipped_sentences() -> Sentences:
    return Sentences(files("onrecord") / "models", SENTENCES_SHA256)


@cache
def _shipped() -> Encoder:
    return Encoder(files("onrecord") / "models", READER_SHA256)
