"""Makes a checkpoint of an exported model, so that training can go on where no checkpoint was kept.

    python -m training.restart MODEL CHECKPOINT

Weights come back as far as int8 holds them; a few hundred steps of training make up for the rest. Heads that the model
lacks are left out of the checkpoint, and `training.train --start` begins them anew.
"""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.bert import load_base
from training.model import Reader, Settings

Weights = dict[str, np.ndarray]


def _plain(weights: Weights, name: str) -> np.ndarray:
    """One table of weights in floating point, whether it was quantised or not."""
    if name in weights:
        return weights[name]
    scale, zero = weights[f"{name}_scale"], weights[f"{name}_zero_point"].astype(np.float32)
    return (weights[f"{name}_quantized"].astype(np.float32) - zero) * scale


def encoder_weights(graph: onnx.ModelProto) -> dict[str, Tensor]:
    """The weights of the encoder's graph by the names that they have in `Reader`."""
    weights = {one.name: numpy_helper.to_array(one) for one in graph.graph.initializer}
    found = {name.removeprefix("model."): _plain(weights, name) for name in weights if name.startswith("model.")
             and not name.endswith(("_quantized", "_scale", "_zero_point"))}  # fmt: skip
    tables = [name.removesuffix("_quantized") for name in weights if name.endswith("_quantized")]
    found |= {name.removeprefix("model."): _plain(weights, name) for name in tables if name.startswith("model.")}
    for node in graph.graph.node:
        if node.op_type == "MatMulInteger" and node.name.startswith("/layers."):
            layer, part = node.name.strip("/").split("/")[:2]
            table = _plain(weights, node.input[1].removesuffix("_quantized"))
            found[f"encoder.{layer}.{part}.weight"] = table.T
    for name in [name for name in found if name.endswith(".weight") and found[name].ndim == 2]:
        if not name.startswith("encoder."):
            found[name] = found[name].T
    return {name: torch.from_numpy(np.array(table, np.float32)) for name, table in found.items()}


def roles_weights(graph: onnx.ModelProto) -> dict[str, Tensor]:
    """The weights of the role head's graph."""
    weights = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.graph.initializer}
    found = {name.replace("head.", "roles.", 1): table for name, table in weights.items() if name.startswith("head.")}
    tags = next(node.input[1] for node in graph.graph.node if node.name.startswith("/tags/MatMul"))
    return found | {"roles.tags.weight": weights[tags].T.contiguous()} if tags in weights else found


def acts_weights(graph: onnx.ModelProto) -> dict[str, Tensor]:
    """The weights of the head that tells acts."""
    weights = {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in graph.graph.initializer}
    return {"act_tags.weight": weights["matrix"].T.contiguous(), "act_tags.bias": weights["bias"]}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("checkpoint", type=Path)
    args = parser.parse_args()
    model = Reader(Settings())
    load_base(model.encoder)
    state = encoder_weights(onnx.load(args.model / "encoder.onnx"))
    state |= roles_weights(onnx.load(args.model / "roles.onnx"))
    state |= acts_weights(onnx.load(args.model / "acts.onnx"))
    state["encoder.words.weight"] = model.encoder.words.weight.detach()  # never trained
    tables = json.loads((args.model / "reader.json").read_text(encoding="utf-8"))["tables"]
    for crf, name in ((model.cue_crf, "cue_moves"), (model.role_crf, "role_moves")):
        moves = torch.tensor(tables[name]) - crf.rules
        state[f"{'cue' if name == 'cue_moves' else 'role'}_crf.moves"] = moves
        state[f"{'cue' if name == 'cue_moves' else 'role'}_crf.rules"] = crf.rules
        state[f"{'cue' if name == 'cue_moves' else 'role'}_crf.first"] = crf.first.detach()
    missing, unexpected = model.load_state_dict(state, strict=False)
    print(f"begun anew: {sorted({name.split('.')[0] for name in missing})}; not used: {unexpected}")
    torch.save({"settings": asdict(model.settings), "model": state}, args.checkpoint)


if __name__ == "__main__":
    main()
