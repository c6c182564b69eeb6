"""Two-sided exact binomial p-values (the smaller tail doubled) by arithmetic on fractions, for FollowUpTests."""
from fractions import Fraction
from math import comb

CASES = [(1, 16, "1/2"), (0, 5, "1/2"), (3, 10, "1/4"), (12, 20, "3/10"), (7, 7, "2/5"), (0, 3, "9/10"), (40, 60, "1/2"),
         (250, 1000, "3/10"), (5, 10, "1/2")]

for k, n, text in CASES:
    p = Fraction(text)
    terms = [comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(n + 1)]
    tail = min(sum(terms[: k + 1]), sum(terms[k:]))
    print(k, n, float(p), float(min(Fraction(1), 2 * tail)))
