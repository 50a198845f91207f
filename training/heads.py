"""Fits the heads of deeds once more, on an encoder that no longer changes: that of averaged weights, say.

    python -m training.heads CHECKPOINT BENCHMARKS OUT [--bf16]

What the encoder makes of each window is computed once; then the heads learn by themselves, which takes a minute. Prints
how the articles held aside are read.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor

from onrecord.find import decode
from training.deeds import Deeds, DeedWindow, deed_windows, load_deeds
from training.model import Reader, Settings
from training.train import loss_of_deeds
from training.windows import tokenizer

EPOCHS, BATCH, RATE, DECAY = 8, 32, 2e-3, 0.01
HEADS = ("deed_tags", "deed_types", "statuses", "agents", "patients")

Seen = tuple[DeedWindow, Tensor]


def seen(model: Reader, docs: Sequence[Deeds], rng: random.Random, *, bf16: bool) -> Iterator[Seen]:
    """The windows of some articles, each with what the encoder makes of it: (length, width)."""
    tok = tokenizer()
    for doc in docs:
        for window in deed_windows(doc, tok, rng):
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=bf16):
                yield window, model.encoder(torch.from_numpy(window.inputs)[:, None])[0].half()


def _together(batch: Sequence[Seen]) -> tuple[Tensor, Tensor]:
    """States (windows, length, width) and padding (windows, length)."""
    states = torch.nn.utils.rnn.pad_sequence([one.float() for _, one in batch], batch_first=True)
    lengths = torch.tensor([len(one) for _, one in batch])
    return states, torch.arange(states.shape[1])[None] >= lengths[:, None]


def fit(model: Reader, windows: list[Seen], rng: random.Random) -> None:
    """Fits the heads alone."""
    learning = [p for name in HEADS for p in getattr(model, name).parameters()]
    search = torch.optim.AdamW(learning, lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(windows) // BATCH + 1)
    falling = torch.optim.lr_scheduler.LambdaLR(search, lambda step: max(0.0, 1 - step / steps))
    model.drop.train()
    for _ in range(EPOCHS):
        rng.shuffle(windows)
        for k in range(0, len(windows), BATCH):
            batch = windows[k : k + BATCH]
            states, is_padding = _together(batch)
            loss = loss_of_deeds(model, model.drop(states), is_padding, [window for window, _ in batch])
            search.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            search.step()
            falling.step()
    model.eval()


def report(model: Reader, windows: Sequence[Seen]) -> None:
    """Prints how windows are read: words F1, and of the words known the shares of types, statuses and parties right."""
    hits = mine = gold = 0
    right = {"types": [], "statuses": [], "agents": [], "patients": []}  # type: dict[str, list[bool]]
    for window, states in windows:
        states = states.float()
        own = set(decode.spans(model.deed_tags(states).argmax(-1).tolist(), 1))
        told = set(decode.spans(window.tags.clip(min=0).tolist(), 1))
        hits, mine, gold = hits + len(own & told), mine + len(own), gold + len(told)
        firsts = [start for start, _ in told]
        for name, head in (("types", model.deed_types), ("statuses", model.statuses)):
            best = head(states).argmax(-1).numpy()
            right[name] += [bool(best[n] == getattr(window, name)[n]) for n in firsts]
        for name, arcs, pairs in zip(
            ("agents", "patients"), (model.agents, model.patients), window.parties, strict=True
        ):
            best = arcs(states[None])[0].argmax(-1).numpy()
            right[name] += [bool(best[n] in named) for n, named in pairs]
    print(f"words F1 {2 * hits / max(mine + gold, 1):.3f}", end="")
    print("".join(f", {name} {sum(own) / max(len(own), 1):.3f}" for name, own in right.items()), f"of {gold}")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--bf16", action="store_true", help="products in bfloat16: faster where the processor has them")
    args = parser.parse_args()
    torch.manual_seed(1)
    rng = random.Random(1)
    saved = torch.load(args.checkpoint, map_location="cpu", weights_only=True)
    model = Reader(Settings(**saved["settings"]))
    model.load_state_dict(saved["model"])
    model.eval()
    aside = list(seen(model, load_deeds(args.benchmarks, aside=True), rng, bf16=args.bf16))
    report(model, aside)
    learnt = load_deeds(args.benchmarks, aside=False)
    fit(model, list(seen(model, learnt, rng, bf16=args.bf16)), rng)
    report(model, aside)
    torch.save({"settings": asdict(model.settings), "model": model.state_dict()}, args.out)


if __name__ == "__main__":
    main()
