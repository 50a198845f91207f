"""Writes all-MiniLM-L6-v2 as the sentence encoder that `match` compares rewordings with: ONNX, int8.

    python -m training.sentences OUT [--float]

The published weights as they are, nothing fitted: word pieces with [CLS] and [SEP] around them, the mean of the last
layer over all pieces, made one unit long. OUT gets sentences.onnx; its SHA-256, which is printed, belongs into
`onrecord/encoder.py`. One text is run at a time, never a batch, as for the reader: see `training.export`.
"""

import argparse
import hashlib
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.bert import Encoder, load_base
from training.export import OPSET, quantise


class Sentence(nn.Module):
    """The encoder without the reader's features of typography, and the mean over its pieces."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        """(length,) ids of one text to 384 numbers of length one. Runs without a mask: there is no padding."""
        e = self.encoder
        x = e.norm(e.words(ids) + e.positions(torch.arange(ids.shape[0])))[None]
        for layer in e.layers:
            x = layer(x, None)
        return functional.normalize(x[0].mean(dim=0), dim=0)


def write(path: Path) -> None:
    """Writes the float graph."""
    encoder = Encoder(dropout=0.0)
    load_base(encoder)
    torch.onnx.export(
        Sentence(encoder).eval(),
        (torch.ones(24, dtype=torch.long),),
        str(path),
        input_names=["ids"],
        output_names=["meaning"],
        dynamic_axes={"ids": {0: "length"}},
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--float", action="store_true", help="leave the weights as they are")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    graph = args.out / "sentences.onnx"
    write(graph)
    if not args.float:
        quantise(graph)
    onnx.checker.check_model(str(graph))
    print(f"sentences.onnx has SHA-256 {hashlib.sha256(graph.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
