"""The reader: one encoder, a head that finds cues, and a head that finds one cue's source and content."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.find.cues import ACTS
from onrecord.find.happenings import DEED_TAGS, DEED_TYPES, EVENT_TAGS, STATUSES, TYPES
from onrecord.find.reader import REACH
from onrecord.find.syntax import RELATIONS, WORD_TAGS
from training.bert import WIDTH, Encoder, SharedDropout
from training.crf import Crf
from training.names import NAME_TAGS
from training.windows import CUE_TAGS, ROLE_TAGS

NEARNESS = 5 * 3  #: sentence before by two, one, same, after by one, two; paragraph before, same, after
QUOTATION_STATES = 6  #: cue inside a quotation or not, times: piece outside, in another quotation, in the cue's own


@dataclass(frozen=True)
class Settings:
    """What shapes the model; kept in every checkpoint."""

    hidden: int = 128
    dropout: float = 0.1
    head_dropout: float = 0.2


class Arcs(nn.Module):
    """For each piece, a score of every piece as its head (deep biaffine attention: Dozat and Manning, ICLR 2017)."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.dependent = nn.Linear(WIDTH, hidden)
        self.head = nn.Linear(WIDTH, hidden)

    def forward(self, states: Tensor) -> Tensor:
        """(..., length, width) to (..., length, length): row, the dependent; column, the head."""
        scores: Tensor = self.dependent(states) @ self.head(states).transpose(-1, -2)
        return scores * self.head.out_features**-0.5

    def of(self, states: Tensor, windows: Tensor, pieces: Tensor) -> Tensor:
        """(windows, length, width) to (n, length): only the rows of n pieces, given with their windows."""
        rows = self.dependent(states[windows, pieces])
        scores = torch.einsum("nh,nlh->nl", rows, self.head(states)[windows])
        return scores * self.head.out_features**-0.5


def distance(cue: Tensor, length: int) -> Tensor:
    """(cues, length) bucket numbers 0 .. 2*REACH of how far each piece is from the nearer end of the cue."""
    at = torch.arange(length, device=cue.device)
    after = (at - (cue[:, 1:] - 1)).clamp(min=0)
    before = (cue[:, :1] - at).clamp(min=0)
    gap = after - before
    size = gap.abs()
    far = 16 + (torch.log2(size.clamp(min=16) / 16.0) * 4).floor().long()
    return REACH + gap.sign() * torch.where(size <= 16, size, far).clamp(max=REACH)


def relations(places: Tensor, owner: Tensor, cue: Tensor) -> tuple[Tensor, Tensor]:
    """Two (cues, length) tables of numbers: sentence and paragraph relative to the cue's, and state of quotation.

    `places` is (3, windows, length); `owner` says in which window each cue stands.
    """
    sentence, paragraph, quotation = places[:, owner]
    rows = torch.arange(len(owner), device=owner.device)
    near = (sentence - sentence[rows, cue[:, 0]][:, None]).clamp(-2, 2) + 2
    block = (paragraph - paragraph[rows, cue[:, 0]][:, None]).clamp(-1, 1) + 1
    mine = quotation[rows, cue[:, 0]][:, None]
    state = torch.where(quotation == 0, 0, torch.where(quotation == mine, 2, 1)) + 3 * (mine > 0).long()
    return near * 3 + block, state


class Mixer(nn.Module):
    """A residual convolution along the text, so that neighbours agree on where a span begins and ends."""

    def __init__(self, width: int, dilation: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.conv = nn.Conv1d(width, width, 5, padding=2 * dilation, dilation=dilation)

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """(cues, length, width) to the same; `mask` (cues, length) is 0.0 where there is nothing to see."""
        seen = self.norm(x) if mask is None else self.norm(x) * mask[..., None]
        return x + functional.gelu(self.conv(seen.transpose(1, 2))).transpose(1, 2)


class RoleHead(nn.Module):
    """For one cue, a score of every role tag for every piece of its window."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        hidden = settings.hidden
        self.piece = nn.Linear(WIDTH, 2 * hidden)
        self.cue = nn.Linear(WIDTH, 2 * hidden)
        self.distance = nn.Embedding(2 * REACH + 1, hidden)
        self.relation = nn.Embedding(NEARNESS, hidden)
        self.quotation = nn.Embedding(QUOTATION_STATES, hidden)
        self.mix = nn.ModuleList([Mixer(hidden, 1), Mixer(hidden, 3)])
        self.drop = SharedDropout(settings.head_dropout)
        self.norm = nn.LayerNorm(hidden)
        self.tags = nn.Linear(hidden, len(ROLE_TAGS))
        for table in (self.distance, self.relation, self.quotation):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, states: Tensor, cue: Tensor, owner: Tensor, near: tuple[Tensor, Tensor, Tensor]) -> Tensor:
        """(windows, length, width) and (cues, width) to (cues, length, tags).

        The product of piece and cue is taken after both are projected, which costs nothing per pair. `near` is what
        `distance` and `relations` give.
        """
        return self.score(self.piece(states).index_select(0, owner), self.cue(cue), near, None)

    def score(self, pieces: Tensor, cue: Tensor, near: tuple[Tensor, Tensor, Tensor], mask: Tensor | None) -> Tensor:
        """(cues, length, 2 * hidden) and (cues, 2 * hidden), both projected, to (cues, length, tags).

        `mask` (cues, length) is 0.0 where there is no text, so that the convolutions see nothing there.
        """
        piece_sum, piece_product = pieces.chunk(2, dim=-1)
        cue_sum, cue_product = (part[:, None] for part in cue.chunk(2, dim=-1))
        x = piece_sum + cue_sum + piece_product * cue_product
        x = x + self.distance(near[0]) + self.relation(near[1]) + self.quotation(near[2])
        x = self.drop(functional.gelu(x))
        for mixer in self.mix:
            x = mixer(x, mask)
        return self.tags(self.drop(self.norm(x)))


def cue_vectors(states: Tensor, cue: Tensor, owner: Tensor) -> Tensor:
    """The mean state over the pieces of each cue; `cue` is (cues, 2), half-open."""
    at = torch.arange(states.shape[1], device=states.device)
    inside = ((at >= cue[:, :1]) & (at < cue[:, 1:])).to(states.dtype)
    return torch.bmm(inside[:, None], states.index_select(0, owner))[:, 0] / inside.sum(1, keepdim=True)


class Reader(nn.Module):
    """Encoder and heads together."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.encoder = Encoder(settings.dropout)
        self.drop = SharedDropout(settings.head_dropout)
        self.cue_tags = nn.Linear(WIDTH, len(CUE_TAGS))
        self.cue_crf = Crf(CUE_TAGS)
        self.roles = RoleHead(settings)
        self.role_crf = Crf(ROLE_TAGS)
        self.name_tags = nn.Linear(WIDTH, len(NAME_TAGS))
        self.event_tags = nn.Linear(WIDTH, len(EVENT_TAGS))
        self.type_tags = nn.Linear(WIDTH, len(TYPES))
        self.word_tags = nn.Linear(WIDTH, len(WORD_TAGS))
        self.relation_tags = nn.Linear(WIDTH, len(RELATIONS))
        self.arcs = Arcs(settings.hidden)
        self.deed_tags = nn.Linear(WIDTH, len(DEED_TAGS))
        self.deed_types = nn.Linear(WIDTH, len(DEED_TYPES))
        self.statuses = nn.Linear(WIDTH, len(STATUSES))
        self.agents, self.patients = Arcs(settings.hidden // 2), Arcs(settings.hidden // 2)
        self.links = Arcs(settings.hidden // 2)
        self.act_tags = nn.Linear(2 * WIDTH + len(ACTS) + 2, len(ACTS) + 1)

    def forward(self, inputs: Tensor) -> tuple[Tensor, Tensor]:
        """States (windows, length, width) and cue scores (windows, length, 3) of a batch of windows."""
        states = self.encoder(inputs)
        return states, self.cue_tags(self.drop(states))

    def seen(self, inputs: Tensor) -> Tensor:
        """States (windows, length, width) as the heads take them in training."""
        states: Tensor = self.drop(self.encoder(inputs))
        return states

    def role_scores(self, states: Tensor, places: Tensor, cue: Tensor, owner: Tensor) -> Tensor:
        """Role scores (cues, length, 5) for cues given as half-open piece ranges of their windows."""
        near = (distance(cue, states.shape[1]), *relations(places, owner, cue))
        return self.roles(states, cue_vectors(states, cue, owner), owner, near)
