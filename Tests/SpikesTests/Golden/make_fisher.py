#!/usr/bin/env python3
"""Prints the p-values of Fisher's exact test, two-sided by doubling the smaller tail, in exact arithmetic."""
from fractions import Fraction
from math import comb

TABLES = [
    (15, 1, 400, 390), (15, 5, 546, 182), (15, 5, 364, 364), (5, 5, 50, 50), (0, 5, 20, 20), (3, 0, 2, 2),
    (1, 16, 900, 900), (40, 60, 1000, 1000), (7, 0, 10, 0), (250, 180, 4000, 4100),
]


def p_value(before, after, others_before, others_after):
    population = before + after + others_before + others_after
    marked, drawn = before + after, after + others_after
    ways = comb(population, drawn)

    def probability(k):
        return Fraction(comb(marked, k) * comb(population - marked, drawn - k), ways)

    support = range(max(0, drawn - (population - marked)), min(marked, drawn) + 1)
    at_most = sum(probability(k) for k in support if k <= after)
    at_least = sum(probability(k) for k in support if k >= after)
    return min(Fraction(1), 2 * min(at_most, at_least))


for table in TABLES:
    print(f"({', '.join(map(str, table))}, {float(p_value(*table))!r}),")
