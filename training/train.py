"""Fits the reader: attributions and names. The same command goes on where a stopped run left off (SIGTERM keeps first).

    python -m training.train BENCHMARKS OUT [--epochs 3] [--held-out 80] [--start CHECKPOINT]

BENCHMARKS holds polnear/, uner/ and gum/ with their train.jsonl; OUT gets log.txt, last.pt (everything needed to go on)
and epoch-N.pt (weights only).
"""

import argparse
import random
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.encoder import Ints
from onrecord.find import decode
from training.acts import LABELS, OF_NEWS, ActWindow, Labelled, act_windows, load_acts
from training.bert import load_base
from training.data import NEWS, STATEMENTS, Article, kept, load, load_news, restyle
from training.deeds import Deeds, DeedWindow, deed_windows, load_deeds
from training.events import (
    EventWindow,
    Told,
    TypeWindow,
    event_windows,
    load_ecbplus,
    load_meantime,
    load_plover,
    type_windows,
)
from training.links import Linked, LinkWindow, link_windows, load_links
from training.model import Arcs, Reader, Settings
from training.names import Named, NameWindow, load_gum, load_uner, name_windows
from training.syntax import Parsed, SyntaxWindow, syntax_windows
from training.syntax import load_gum as load_syntax
from training.windows import UNKNOWN, Window, labelled, tokenizer

#: Weight of the mean loss of a name tag: its gradient is then as large as that of attribution, which Adam divides by.
NAMES_WEIGHT = 12.0
EVENTS_WEIGHT = 8.0  #: of the mean losses of events, their types and syntax
DEEDS_WEIGHT = 2.0  #: of the mean losses of the deeds that a record holds
TAGS = 5.0  #: of their tags, most of which are O, among these
LINKS_WEIGHT = 2.0  #: of the mean loss of whom an expression stands for
ACTS_WEIGHT = 2.0  #: of the mean loss of acts, which is large by itself
LATER = (
    "name_tags.", "event_tags.", "type_tags.", "word_tags.", "relation_tags.", "arcs.", "act_tags.",
    "deed_tags.", "deed_types.", "statuses.", "agents.", "patients.", "links.",
)  # fmt: skip
"""Heads that a checkpoint to start from may lack."""
LINKS_TIMES = 2  #: times that an epoch reads the texts whose expressions are linked
CUES_PER_BATCH = 80.0  #: fixed divisor of the loss, about the cues in 16 windows: every cue weighs the same


Tagged = NameWindow | EventWindow
Batch = (
    list[Window]
    | list[NameWindow]
    | list[EventWindow]
    | list[TypeWindow]
    | list[SyntaxWindow]
    | list[ActWindow]
    | list[DeedWindow]
    | list[LinkWindow]
)
W = TypeVar("W", Window, NameWindow, EventWindow, TypeWindow, SyntaxWindow, ActWindow, DeedWindow, LinkWindow)


@dataclass(frozen=True)
class Material:
    """What a run learns from."""

    articles: list[Article]
    ours: list[Article]
    """Those that we marked."""
    named: list[Named]
    told: list[Told]
    typed: list[tuple[str, str, str]]
    parsed: list[Parsed]
    acted: list[Labelled]
    deeds: list[Deeds]
    linked: list[Linked]


def _grouped(windows: list[W], size: int, rng: random.Random) -> Iterator[list[W]]:
    """Batches of windows of like length, which pad each other little."""
    rng.shuffle(windows)
    for k in range(0, len(windows), 8 * size):
        pool = sorted(windows[k : k + 8 * size], key=len)
        yield from (pool[i : i + size] for i in range(0, len(pool), size))


def epoch_batches(
    material: Material, seed: int, epoch: int, size: int, *, plain: bool, names: int, ours: int, share: float = 1.0
) -> list[Batch]:
    """The batches of one epoch: fresh styles and cuts, all kinds mixed, order drawn from the seed.

    The texts with names, events, syntax and acts are read `names` times, cut and coined otherwise each time, the
    articles that we marked `ours` times. Of all that we did not mark ourselves, and of acts, only a `share` (0–1) is
    read.
    """
    rng = random.Random(f"{seed}:{epoch}")
    tok = tokenizer()

    def read(articles: list[Article]) -> list[Batch]:
        return list(_grouped([w for a in articles for w in labelled(_styled(a), tok, rng)], size, rng))

    def _styled(article: Article) -> Article:
        return article if plain else restyle(article, rng)

    own = read(material.ours * ours)
    batches = read(material.articles)
    for _ in range(names):
        batches += _grouped([w for d in material.named for w in name_windows(d, tok, rng)], size, rng)
        batches += _grouped([w for d in material.told for w in event_windows(d, tok, rng)], size, rng)
        batches += _grouped([w for d in material.parsed for w in syntax_windows(d, tok, rng)], size, rng)
        batches += _grouped([w for d in material.acted for w in act_windows(d, tok, rng)], size, rng)
        own += _grouped([w for d in material.deeds for w in deed_windows(d, tok, rng)], size, rng)
    for _ in range(LINKS_TIMES):
        own += _grouped([w for d in material.linked for w in link_windows(d, tok, rng)], size, rng)
    batches += _grouped(type_windows(material.typed, tok), size, rng)
    batches = own + rng.sample(batches, round(share * len(batches)))
    rng.shuffle(batches)
    return batches


def collate(batch: list[Window], device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Padded inputs (4, windows, length), places (3, windows, length) and cue tags (windows, length)."""
    length = max(map(len, batch))
    inputs = np.zeros((4, len(batch), length), np.int64)
    places = np.zeros((3, len(batch), length), np.int64)
    tags = np.zeros((len(batch), length), np.int64)
    for n, window in enumerate(batch):
        inputs[:, n, : len(window)] = window.inputs
        places[:, n, : len(window)] = window.places
        tags[n, : len(window)] = window.cue_tags
    return tuple(torch.from_numpy(x).to(device) for x in (inputs, places, tags))  # type: ignore[return-value]


Cue = tuple[int, tuple[int, int], np.ndarray]


def role_examples(batch: list[Window], scores: Tensor, rng: random.Random, share: float) -> Iterator[Cue]:
    """The cues to train roles on: window number, piece range, role tags.

    Gold cues; half of those that the model now draws otherwise, as it draws them; and, for the given share, what the
    model takes for a cue and is none, with no roles at all, so that the role head learns to doubt a cue.
    """
    guesses = scores.argmax(-1).tolist()
    for n, window in enumerate(batch):
        guessed = decode.spans(guesses[n][: len(window)], 1)
        for example in window.examples:
            touching = [g for g in guessed if g[0] < example.cue[1] and example.cue[0] < g[1]]
            other = len(touching) == 1 and touching[0] != example.cue and rng.random() < 0.5
            yield n, touching[0] if other else example.cue, example.roles
        false = [g for g in guessed if not window.cue_tags[g[0] : g[1]].any() and g[0] > 0 and g[1] < len(window)]
        yield from ((n, g, np.zeros(len(window), np.int64)) for g in false[:6] if rng.random() < share)


def losses(model: Reader, batch: list[Window], rng: random.Random, share: float) -> tuple[Tensor, Tensor]:
    """Negative log-likelihoods of the cue tags and of the roles, each divided by `CUES_PER_BATCH`."""
    device = next(model.parameters()).device
    inputs, places, tags = collate(batch, device)
    mask = inputs[0] != 0
    states, scores = model(inputs)
    cue_loss = model.cue_crf.loss(scores, mask, tags).sum() / CUES_PER_BATCH
    examples = list(role_examples(batch, scores.detach(), rng, share))
    if not examples:
        return cue_loss, torch.zeros((), device=device)
    owner = torch.tensor([e[0] for e in examples], device=device)
    cue = torch.tensor([e[1] for e in examples], device=device)
    roles = torch.zeros(len(examples), states.shape[1], dtype=torch.long)
    for row, (_, _, gold) in zip(roles, examples, strict=True):
        row[: len(gold)] = torch.from_numpy(gold)
    role_scores = model.role_scores(states, places, cue, owner)
    return cue_loss, model.role_crf.loss(role_scores, mask[owner], roles.to(device)).sum() / CUES_PER_BATCH


def _padded(rows: list[np.ndarray], fill: int, device: torch.device) -> Tensor:
    """Arrays of unlike length, the last axis filled up: (…, length) each, to (rows, …, length)."""
    length = max(row.shape[-1] for row in rows)
    wide = [
        np.pad(row, [(0, 0)] * (row.ndim - 1) + [(0, length - row.shape[-1])], constant_values=fill) for row in rows
    ]
    return torch.from_numpy(np.stack(wide)).to(device)


def _inputs(batch: Batch, device: torch.device) -> Tensor:
    return _padded([w.inputs for w in batch], 0, device).transpose(0, 1)


def _mean_loss(scores: Tensor, tags: Tensor) -> Tensor:
    """Mean cross-entropy of the tags that are known, 0 where none is."""
    known = scores.float().flatten(0, 1), tags.flatten()
    total = functional.cross_entropy(*known, ignore_index=UNKNOWN, reduction="sum")
    return total / (tags != UNKNOWN).sum().clamp(min=1)


def tag_loss(model: Reader, batch: list[NameWindow] | list[EventWindow]) -> Tensor:
    """Mean cross-entropy of the known tags of names or of events."""
    device = next(model.parameters()).device
    head = model.name_tags if isinstance(batch[0], NameWindow) else model.event_tags
    return _mean_loss(head(model.seen(_inputs(batch, device))), _padded([w.tags for w in batch], UNKNOWN, device))


def type_loss(model: Reader, batch: list[TypeWindow]) -> Tensor:
    """Cross-entropy of a sentence's type, which any of its pieces may tell (multiple instances, by log of the sum)."""
    device = next(model.parameters()).device
    inputs = _inputs(batch, device)
    scores = model.type_tags(model.seen(inputs)).float().masked_fill((inputs[0] == 0)[..., None], -1e4)
    return functional.cross_entropy(scores.logsumexp(1), torch.tensor([w.kind for w in batch], device=device))


def syntax_loss(model: Reader, batch: list[SyntaxWindow]) -> Tensor:
    """Mean cross-entropies of parts of speech, relations and heads, added."""
    device = next(model.parameters()).device
    states = model.seen(_inputs(batch, device))
    arcs = model.arcs(states).float()
    begins = _padded([w.begins for w in batch], 0, device)
    arcs = arcs.masked_fill(begins[:, None] == 0, -1e4)
    return (
        _mean_loss(model.word_tags(states), _padded([w.tags for w in batch], UNKNOWN, device))
        + _mean_loss(model.relation_tags(states), _padded([w.relations for w in batch], UNKNOWN, device))
        + _mean_loss(arcs, _padded([w.heads for w in batch], UNKNOWN, device))
    )


def act_loss(model: Reader, batch: list[ActWindow]) -> Tensor:
    """Mean cross-entropy of the acts of the statements shown, an unsure label by half."""
    device = next(model.parameters()).device
    states = model.seen(_inputs(batch, device))
    rows = [
        torch.cat([states[n, torch.from_numpy(part)].mean(0) for part in parts])
        for n, window in enumerate(batch)
        for parts in window.parts
    ]
    opinions, acts, weights = (
        torch.from_numpy(np.concatenate([getattr(w, name) for w in batch])).to(device)
        for name in ("opinions", "acts", "weights")
    )
    scores = model.act_tags(torch.cat([torch.stack(rows).float(), opinions], 1)).float()
    return (functional.cross_entropy(scores, acts, reduction="none") * weights).sum() / weights.sum()


def deed_loss(model: Reader, batch: list[DeedWindow]) -> Tensor:
    """The loss of the heads of deeds on what the encoder makes of some windows."""
    inputs = _inputs(batch, next(model.parameters()).device)
    return loss_of_deeds(model, model.seen(inputs), inputs[0] == 0, batch)


def loss_of_deeds(model: Reader, states: Tensor, is_padding: Tensor, batch: Sequence[DeedWindow]) -> Tensor:
    """Mean cross-entropies of tags, types and statuses, and of each party: the chance of any piece that names it.

    `states` is (windows, length, width), `is_padding` (windows, length).
    """
    device = states.device
    heads = (model.deed_tags, "tags", TAGS), (model.deed_types, "types", 1), (model.statuses, "statuses", 1)
    total = torch.zeros((), device=device)
    for head, name, weight in heads:
        tags = _padded([getattr(w, name) for w in batch], UNKNOWN, device)
        total = total + weight * _mean_loss(head(states), tags)
    for who, arcs in enumerate((model.agents, model.patients)):
        total = total + _party_loss(arcs, states, is_padding, [w.parties[who] for w in batch])
    return total


def _party_loss(
    arcs: Arcs, states: Tensor, is_padding: Tensor, parties: Sequence[Sequence[tuple[int, Ints]]]
) -> Tensor:
    """For each window a deed's piece with those that name its party: minus the log of the chance of any of these."""
    told = [(n, piece, named) for n, pairs in enumerate(parties) for piece, named in pairs]
    if not told:
        return torch.zeros((), device=states.device)
    windows, pieces = (torch.tensor([one[k] for one in told], device=states.device) for k in (0, 1))
    scores = arcs.of(states, windows, pieces).float().masked_fill(is_padding[windows], -1e4).log_softmax(1)
    each = [-row[torch.from_numpy(named)].logsumexp(0) for row, (_, _, named) in zip(scores, told, strict=True)]
    return torch.stack(each).mean()


def link_loss(model: Reader, batch: list[LinkWindow]) -> Tensor:
    """Minus the log of the chance of any name of the one that an expression stands for, its mean over expressions.

    What asks is the mean over the expression's pieces; every name of the window answers by its first piece, and nobody
    by a score of 0.
    """
    states = model.seen(_inputs(batch, next(model.parameters()).device))
    asks, names = model.links.dependent(states).float(), model.links.head(states).float()
    each = []
    for n, window in enumerate(batch):
        for link in window.links:
            asked = asks[n, slice(*link.asked)].mean(0) * names.shape[-1] ** -0.5
            scores = functional.pad(names[n, torch.from_numpy(link.names)] @ asked, (0, 1))
            right = torch.from_numpy(np.append(link.right, not link.right.any()))
            each.append(scores.logsumexp(0) - scores[right].logsumexp(0))
    return torch.stack(each).mean()


def optimiser(model: Reader, lr: float, head_lr: float) -> torch.optim.AdamW:
    """AdamW with the encoder at `lr`, heads and the new embeddings at `head_lr`, no decay on vectors."""
    fresh = ("encoder.caps", "encoder.breaks", "encoder.quotes")
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        rate = lr if name.startswith("encoder.") and not name.startswith(fresh) else head_lr
        decay = 0.01 if p.ndim > 1 and "crf" not in name else 0.0
        groups.setdefault((rate, decay), []).append(p)
    return torch.optim.AdamW(
        [{"params": ps, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), ps in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def save(path: Path, content: dict[str, object]) -> None:
    """Writes a checkpoint beside its place and moves it there, so that a stop never leaves half a file."""
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.replace(path)


def _for_events(data: Path) -> tuple[list[Told], list[tuple[str, str, str]], list[Parsed]]:
    """What the heads for events, types and syntax learn from."""
    told = load_ecbplus(data / "ecbplus" / "train.jsonl") + load_meantime(data / "meantime" / "airbus.jsonl")
    typed = load_plover(data / "plover" / "sentences.jsonl", aside=False)
    return told, typed, load_syntax(data / "gum" / "train.jsonl")


class Run:
    """One training run: model, optimiser, where it stands, and where it writes."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        self.out: Path = args.out
        self.out.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(args.seed)
        self.model = Reader(Settings(hidden=args.hidden, dropout=args.dropout))
        load_base(self.model.encoder)
        self.model.encoder.words.weight.requires_grad_(False)  # rare words keep their place; it also saves time
        if args.frozen:
            self.model.encoder.requires_grad_(False)
            self.model.encoder.layers[args.frozen :].requires_grad_(True)
        self.model.to(args.device)
        self.optim = optimiser(self.model, args.lr, args.head_lr)
        self.epoch = self.batch = self.step = 0
        self.stopping = False
        signal.signal(signal.SIGTERM, self._stop)
        articles = kept(load(args.data / "polnear" / "train.jsonl", args.limit), args.held_out)
        named = load_uner(args.data / "uner" / "train.jsonl") + load_gum(args.data / "gum" / "train.jsonl")
        told, typed, parsed = _for_events(args.data)
        acted = load_acts(LABELS, args.data / "polnear" / "train.jsonl", aside=False)
        acted += load_acts(OF_NEWS, args.data / "news" / NEWS, aside=False)
        acted += load_acts(STATEMENTS, args.data / "news" / NEWS, aside=False)
        ours, deeds = load_news(args.data / "news" / NEWS, aside=False), load_deeds(args.data, aside=False)
        some = slice(args.limit)
        self.material = Material(
            articles, ours[some], named[some], told, typed, parsed, acted[some], deeds[some], load_links(args.links)
        )
        if args.start and not (self.out / "last.pt").exists():
            self._start(args.start)
        if (self.out / "last.pt").exists():
            self._resume(self.out / "last.pt")

    def say(self, line: str) -> None:
        """Adds a line with the time to the log."""
        with (self.out / "log.txt").open("a", encoding="utf-8") as log:
            log.write(f"{time.strftime('%H:%M:%S')} {line}\n")

    def _start(self, path: Path) -> None:
        """Takes the weights of an earlier run; heads that it lacks stay as they are."""
        saved = torch.load(path, map_location=self.args.device, weights_only=True)["model"]
        missing, unexpected = self.model.load_state_dict(saved, strict=False)
        if unexpected or any(not name.startswith(LATER) for name in missing):
            raise ValueError(f"{path} does not fit this model: missing {missing}, unexpected {unexpected}")
        self.say(f"starts from {path}")

    def _resume(self, path: Path) -> None:
        saved = torch.load(path, map_location=self.args.device, weights_only=True)
        self.model.load_state_dict(saved["model"])
        self.optim.load_state_dict(saved["optim"])
        self.epoch, self.batch, self.step = saved["at"]
        torch.set_rng_state(saved["rng"].cpu())
        self.say(f"resumed at epoch {self.epoch} batch {self.batch}")

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def keep(self) -> None:
        """Writes all that is needed to go on."""
        state = {
            "settings": asdict(self.model.settings),
            "model": self.model.state_dict(),
            "optim": self.optim.state_dict(),
            "at": [self.epoch, self.batch, self.step],
            "rng": torch.get_rng_state(),
        }
        save(self.out / "last.pt", state)

    def _rate(self, total: int) -> float:
        warm = max(1, int(0.06 * total))
        return min((self.step + 1) / warm, max(0.0, (total - self.step) / (total - warm)))

    def _losses(self, batch: Batch, total: int) -> dict[str, Tensor]:
        first = batch[0]
        if isinstance(first, NameWindow):
            return {"names": NAMES_WEIGHT * tag_loss(self.model, cast("list[NameWindow]", batch))}
        if isinstance(first, EventWindow):
            return {"events": EVENTS_WEIGHT * tag_loss(self.model, cast("list[EventWindow]", batch))}
        if isinstance(first, TypeWindow):
            return {"types": EVENTS_WEIGHT / 4 * type_loss(self.model, cast("list[TypeWindow]", batch))}
        if isinstance(first, ActWindow):
            return {"acts": ACTS_WEIGHT * act_loss(self.model, cast("list[ActWindow]", batch))}
        if isinstance(first, DeedWindow):
            return {"deeds": DEEDS_WEIGHT * deed_loss(self.model, cast("list[DeedWindow]", batch))}
        if isinstance(first, LinkWindow):
            return {"links": LINKS_WEIGHT * link_loss(self.model, cast("list[LinkWindow]", batch))}
        if isinstance(first, SyntaxWindow):
            return {"syntax": EVENTS_WEIGHT * syntax_loss(self.model, cast("list[SyntaxWindow]", batch))}
        rng = random.Random(f"{self.args.seed}:cue:{self.step}")
        doubting = self.args.start or self.step > 0.15 * total
        cue, roles = losses(self.model, cast("list[Window]", batch), rng, 1.0 if doubting else 0.0)
        return {"cue": cue, "roles": roles}

    def one(self, batch: Batch, total: int) -> dict[str, float]:
        """One step of the optimiser; gives the losses by name."""
        factor = self._rate(total)
        for group in self.optim.param_groups:
            group["lr"] = group["peak"] * factor
        with torch.autocast(self.args.device, dtype=torch.bfloat16, enabled=self.args.bf16):
            parts = self._losses(batch, total)
        sum(parts.values(), torch.zeros(())).backward()  # type: ignore[no-untyped-call]
        for part in self.model.children():  # each by itself: the role head's gradient is many times the encoder's
            if any(p.grad is not None for p in part.parameters()):
                nn.utils.clip_grad_norm_(part.parameters(), 1.0)
        self.optim.step()
        self.optim.zero_grad()
        self.step += 1
        return {name: loss.item() for name, loss in parts.items()}

    def go(self) -> None:
        """Trains to the end of the last epoch."""
        args = self.args
        made = partial(epoch_batches, self.material, args.seed, size=args.batch, plain=args.plain, names=args.names)
        made = partial(made, ours=args.ours, share=args.share)
        per_epoch = len(made(epoch=0))
        total = args.steps or per_epoch * args.epochs
        self.say(f"{len(self.material.articles)} articles, about {per_epoch} steps an epoch; {vars(args)}")
        while self.step < total and self.epoch < args.epochs:
            self.model.train()
            self._epoch(made(epoch=self.epoch), total)
            if self.stopping:
                self.say("stopped by SIGTERM, all kept")
                return
            self.epoch, self.batch = self.epoch + 1, 0
            self.keep()
            weights = {"settings": asdict(self.model.settings), "model": self.model.state_dict()}
            save(self.out / f"epoch-{self.epoch}.pt", weights)
            self.say(f"epoch {self.epoch} done")

    def _epoch(self, batches: list[Batch], total: int) -> None:
        began = kept = time.monotonic()
        seen: dict[str, list[float]] = {}
        while self.batch < len(batches) and self.step < total and not self.stopping:
            for name, loss in self.one(batches[self.batch], total).items():
                seen.setdefault(name, []).append(loss)
            self.batch += 1
            if self.batch % 20 == 0:
                means = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(seen.items()))
                pace = (time.monotonic() - began) / 20
                self.say(f"epoch {self.epoch} batch {self.batch}/{len(batches)} {means} {pace:.2f} s/step")
                began, seen = time.monotonic(), {}
            if self.stopping or time.monotonic() - kept > self.args.keep_every:
                self.keep()
                kept = time.monotonic()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--start", type=Path, default=None, help="begin with the weights of this checkpoint")
    parser.add_argument("--links", type=Path, default=None, help="what `training.links` wrote")
    parser.add_argument("--steps", type=int, default=0, help="end the run and its falling rate after N steps")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--lr", type=float, default=1.5e-4)
    parser.add_argument("--head-lr", type=float, default=1e-3)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--held-out", type=int, default=80, help="articles of train kept for choices between variants")
    parser.add_argument("--plain", action="store_true", help="no changes of typography")
    parser.add_argument(
        "--names", type=int, default=1, help="how often an epoch reads the texts with names, events, syntax, acts"
    )
    parser.add_argument("--ours", type=int, default=2, help="how often an epoch reads the articles that we marked")
    parser.add_argument("--share", type=float, default=1.0, help="of what is not our own, so much an epoch, 0 to 1")
    parser.add_argument("--frozen", type=int, default=0, help="so many of the encoder's lowest layers stay as they are")
    parser.add_argument("--limit", type=int, default=None, help="only the first N articles, to try the path")
    parser.add_argument("--keep-every", type=float, default=240.0, help="seconds between checkpoints")
    parser.add_argument("--bf16", action="store_true", help="products in bfloat16: twice as fast where AMX is")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    Run(args).go()


if __name__ == "__main__":
    main()
