"""A linear-chain conditional random field over BIO tags: exact likelihood, by a product tree rather than a loop."""

import torch
from torch import Tensor, nn

NEVER = -1e4  #: score of what must not happen; finite, so that nothing becomes NaN


def allowed(tags: tuple[str, ...]) -> Tensor:
    """(tags, tags) of 0 and `NEVER`: an I follows only B or I of its own kind."""
    table = torch.zeros(len(tags), len(tags))
    for i, before in enumerate(tags):
        for j, after in enumerate(tags):
            if after[0] == "I" and (before == "O" or before[1:] != after[1:]):
                table[i, j] = NEVER
    return table


class Crf(nn.Module):
    """Scores tag sequences from per-piece scores and a learned table of transitions.

    Every sequence begins with [CLS], whose tag is O; a span that the window cuts begins with B all the same.
    """

    rules: Tensor

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.first = nn.Parameter(torch.zeros(len(tags)))
        self.register_buffer("rules", allowed(tags))

    def table(self) -> Tensor:
        """The transition scores with the impossible ones ruled out."""
        return torch.where(self.rules < 0, self.rules, self.moves)

    def total(self, scores: Tensor, mask: Tensor) -> Tensor:
        """Log of the summed exponentials of all sequences, for (batch, length, tags) and a (batch, length) mask."""
        tags = scores.shape[-1]
        steps = self.table() + scores[:, 1:, None, :]
        idle = torch.full((tags, tags), NEVER, device=scores.device).fill_diagonal_(0.0)
        steps = torch.where(mask[:, 1:, None, None], steps, idle)
        while steps.shape[1] > 1:
            if steps.shape[1] % 2:
                steps = torch.cat([steps, idle.expand(steps.shape[0], 1, -1, -1)], dim=1)
            left, right = steps[:, 0::2], steps[:, 1::2]
            steps = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
        begin = self.first + scores[:, 0]
        return torch.logsumexp(begin[:, :, None] + steps[:, 0], dim=(1, 2))

    def path(self, scores: Tensor, mask: Tensor, tags: Tensor) -> Tensor:
        """The score of the given tag sequences."""
        own = (scores.gather(-1, tags[..., None])[..., 0] * mask).sum(1)
        moves = (self.table()[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
        return own + moves + self.first[tags[:, 0]]

    def loss(self, scores: Tensor, mask: Tensor, tags: Tensor) -> Tensor:
        """Negative log-likelihood of each sequence; the first position must never be masked."""
        scores = scores.float()  # sums over a window are too long for bfloat16
        return self.total(scores, mask) - self.path(scores, mask, tags)
