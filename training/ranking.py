"""Fits small networks that score candidates, each a row of numbers, so that those who are right score highest."""

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.encoder import Floats

RATE, DECAY = 1e-3, 0.02


class Ranked(Protocol):
    """Candidates as rows, and which of them are right."""

    @property
    def rows(self) -> Floats:
        """(candidates, numbers)."""

    @property
    def right(self) -> tuple[int, ...]:
        """Their numbers."""


Network = TypeVar("Network", bound=nn.Module)


def fit(network: Network, weighted: Sequence[tuple[Ranked, float]], seed: int, *, epochs: int, batch: int) -> Network:
    """The network, from (n, numbers) rows to (n,) scores, fitted on examples and their weights."""
    rng = random.Random(seed)
    optim = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    order = list(weighted)
    steps, step = epochs * -(-len(order) // batch), 0
    for _ in range(epochs):
        rng.shuffle(order)
        for k in range(0, len(order), batch):
            some = order[k : k + batch]
            for group in optim.param_groups:
                group["lr"] = RATE * (1 - step / steps)
            scores = network(torch.from_numpy(np.concatenate([one.rows for one, _ in some])))
            loss = lost(scores, [one for one, _ in some], torch.tensor([weight for _, weight in some]))
            optim.zero_grad()
            (loss / len(some)).backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optim.step()
            step += 1
    return network.eval()


def lost(scores: Tensor, examples: Sequence[Ranked], weights: Tensor) -> Tensor:
    """The loss of some examples, whose rows have these scores: minus the log of the chance of what is right."""
    counts = torch.tensor([len(one.rows) for one in examples])
    owner = torch.repeat_interleave(torch.arange(len(counts)), counts)
    is_right = torch.zeros(len(scores), dtype=torch.bool)
    for one, first in zip(examples, (counts.cumsum(0) - counts).tolist(), strict=True):
        is_right[[first + k for k in one.right]] = True
    most = torch.full((len(counts),), -torch.inf).scatter_reduce(0, owner, scores.detach(), "amax")
    sizes = torch.exp(scores - most[owner])
    every = torch.zeros(len(counts)).scatter_add(0, owner, sizes)
    right = torch.zeros(len(counts)).scatter_add(0, owner, sizes * is_right)
    return (weights * (torch.log(every) - torch.log(right.clamp_min(1e-30)))).sum()
