"""Writes a checkpoint as ONNX, in float and in int8, and reads with either.

    python -m training.export CHECKPOINT OUT

OUT gets two folders, float/ and int8/, each with encoder.onnx (a window's inputs to its states and cue scores),
roles.onnx (states and cues to role scores) and reader.json (transition tables, sizes, hash of each graph). A window is
run by itself, without padding, so that no scale of the dynamic quantisation depends on another window.
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.decode import Floats
from training.features import Ints
from training.model import Reader, RoleHead, Settings, distance, relations
from training.windows import CUE_TAGS, ROLE_TAGS, SIZE, STRIDE

OPSET = 17


class Window(nn.Module):
    """The encoder and the cue head on one window: (4, length) to (length, width) and (length, 3)."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, inputs: Tensor) -> tuple[Tensor, Tensor]:
        """Runs without an attention mask: a single window has no padding."""
        e = self.model.encoder
        ids, caps, breaks, quotes = inputs.unbind(0)
        x = e.words(ids) + e.positions(torch.arange(ids.shape[0]))
        x = e.norm(x + e.caps(caps) + e.breaks(breaks) + e.quotes(quotes))[None]
        for layer in e.layers:
            x = layer(x, None)
        return x[0], self.model.cue_tags(x)[0]


class Roles(nn.Module):
    """The role head on the cues of one window, given their mean states and the tables of relations."""

    def __init__(self, head: RoleHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, states: Tensor, cue: Tensor, near: Tensor) -> Tensor:
        """(length, width), (cues, width) and (3, cues, length) to (cues, length, 5)."""
        owner = torch.zeros_like(cue[:, 0], dtype=torch.long)
        return self.head(states[None], cue, owner, (near[0], near[1], near[2]))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write(model: Reader, folder: Path) -> None:
    """Writes the two float graphs and reader.json into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    inputs = torch.ones(4, 40, dtype=torch.long)
    torch.onnx.export(
        Window(model).eval(),
        (inputs,),
        str(folder / "encoder.onnx"),
        input_names=["inputs"],
        output_names=["states", "cues"],
        dynamic_axes={"inputs": {1: "length"}, "states": {0: "length"}, "cues": {0: "length"}},
        opset_version=OPSET,
        dynamo=False,
    )
    near = torch.zeros(3, 2, 40, dtype=torch.long)
    torch.onnx.export(
        Roles(model.roles).eval(),
        (torch.zeros(40, 384), torch.zeros(2, 384), near),
        str(folder / "roles.onnx"),
        input_names=["states", "cue", "near"],
        output_names=["roles"],
        dynamic_axes={
            "states": {0: "length"},
            "cue": {0: "cues"},
            "near": {1: "cues", 2: "length"},
            "roles": {0: "cues", 1: "length"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    tables = {
        "cue_moves": model.cue_crf.table(),
        "role_moves": model.role_crf.table(),
        "role_first": model.role_crf.first,
    }
    meta = {
        "window": SIZE,
        "stride": STRIDE,
        "cue_tags": CUE_TAGS,
        "role_tags": ROLE_TAGS,
        "tables": {k: v.detach().numpy().round(6).tolist() for k, v in tables.items()},
    }
    (folder / "reader.json").write_text(json.dumps(meta, indent=1), encoding="utf-8")


def quantise(source: Path, target: Path) -> None:
    """int8 copies: weights per output channel, activations scaled per run; the small role graph stays in float."""
    target.mkdir(parents=True, exist_ok=True)
    plain = target / "plain.onnx"
    quant_pre_process(str(source / "encoder.onnx"), str(plain), skip_symbolic_shape=True)
    quantize_dynamic(
        plain,
        target / "encoder.onnx",
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    plain.unlink()
    shutil.copyfile(source / "roles.onnx", target / "roles.onnx")
    shutil.copyfile(source / "reader.json", target / "reader.json")


def seal(folder: Path) -> None:
    """Checks both graphs and writes their hashes into reader.json."""
    meta = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    meta["sha256"] = {}
    for name in ("encoder.onnx", "roles.onnx"):
        onnx.checker.check_model(str(folder / name))
        meta["sha256"][name] = _digest(folder / name)
    (folder / "reader.json").write_text(json.dumps(meta, indent=1), encoding="utf-8")


class OnnxEngine:
    """An exported folder, run by onnxruntime; see `training.predict.Engine`."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        meta = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        for name, digest in meta["sha256"].items():
            if _digest(folder / name) != digest:
                raise ValueError(f"{folder / name} is not the file that was exported: export it again")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.encoder = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options)
        self.head = onnxruntime.InferenceSession(str(folder / "roles.onnx"), options)
        self.known = {k: np.array(v, np.float32) for k, v in meta["tables"].items()}

    def tables(self) -> dict[str, Floats]:
        """See `Engine`."""
        return self.known

    def window(self, inputs: Ints) -> tuple[Floats, Floats]:
        """See `Engine`."""
        states, cues = self.encoder.run(None, {"inputs": inputs})
        return states, cues

    def roles(self, states: Floats, places: Ints, cue: Ints) -> Floats:
        """See `Engine`."""
        given = torch.from_numpy(cue)
        owner = torch.zeros(len(cue), dtype=torch.long)
        near = [distance(given, len(states)), *relations(torch.from_numpy(places)[:, None], owner, given)]
        means = np.stack([states[a:b].mean(0) for a, b in cue])
        feed = {"states": states, "cue": means, "near": np.stack([x.numpy() for x in near])}
        return self.head.run(None, feed)[0]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    saved = torch.load(args.checkpoint, map_location="cpu", weights_only=True)
    model = Reader(Settings(**saved["settings"])).eval()
    model.load_state_dict(saved["model"])
    write(model, args.out / "float")
    quantise(args.out / "float", args.out / "int8")
    for kind in ("float", "int8"):
        seal(args.out / kind)


if __name__ == "__main__":
    main()
