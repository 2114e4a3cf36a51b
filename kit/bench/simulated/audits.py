"""Audits of a sample of children, made up at random: what is called a change, and whether ranges hold."""

from dataclasses import dataclass
from random import Random

from kit.bench.simulated.tested import Sums, cells, drawn, test_of_shares
from kit.counting.comparisons import range_of_sample
from kit.figures.chance import Test


@dataclass(frozen=True)
class Audits:
    """Audits of so many of all children, of a few questions each; answers of a child are `alike` (0 to 1)."""

    sampled: int
    base: float
    alike: float
    everyone: int = 450
    questions: int = 4

    def answers(self, random: Random, children: int) -> Sums:
        """Return of each child (answers yes, answers)."""
        scale = (1 - self.alike) / self.alike
        chances = [random.betavariate(self.base * scale, (1 - self.base) * scale) for _ in range(children)]
        return [(drawn(random, self.questions, chance), self.questions) for chance in chances]

    def test(self, random: Random) -> Test | None:
        """Return the test of two years' audits of other children, drawn at random."""
        now, then = (self.answers(random, self.sampled) for _ in range(2))
        return test_of_shares(now, then, [False] * self.sampled)


def covered(audits: Audits, times: int, seed: int) -> float:
    """Return how many of 100 ranges of audits hold the share of all children."""
    random, held = Random(seed), 0
    for _ in range(times):
        everyone = audits.answers(random, audits.everyone)
        share = 100 * sum(yes for yes, _ in everyone) / (audits.everyone * audits.questions)
        audited, _ = cells(everyone[: audits.sampled], everyone[: audits.sampled], [True] * audits.sampled)
        low, high, _ = range_of_sample(audited, audits.everyone)
        held += low <= share <= high
    return 100 * held / times
