#!/usr/bin/env python3
"""What the ranking makes of labelled posts that it did not learn from, held against the bars. Standard library only.

score_ranking.py EXAMPLES.ndjson SCORES.csv

EXAMPLES  {id,text,classes,unlabelled?} as `themaradar train` reads them; ids that start with `extra-` only teach
SCORES    post_id,class,score of `themaradar train --scores`: each post scored by what the other parts teach
Exit status: 0 every bar is reached, 1 one is not.
"""
import csv
import json
import sys

# Class, share of the posts that is read, share of the class's posts that must stand there.
RECALL = [
    ("crisis", 0.10, 0.80), ("crisis", 0.20, 1.0), ("hostile", 0.10, 0.70), ("spam", 0.05, 0.85),
]
# Class, precision that must be reached while so much of the class is found.
PRECISION = [("identifiable_client", 0.95, 0.80)]


def main():
    examples_path, scores_path = sys.argv[1:]
    with open(examples_path, encoding="utf-8") as file:
        examples = [json.loads(line) for line in file if line.strip()]
    with open(scores_path, encoding="utf-8", newline="") as file:
        scores = {(row["post_id"], row["class"]): float(row["score"]) for row in csv.DictReader(file)}

    def ranked(name):
        asked = [
            e for e in examples
            if not e["id"].startswith("extra-") and name not in e.get("unlabelled", []) and (e["id"], name) in scores
        ]
        asked.sort(key=lambda e: (-scores[e["id"], name], e["id"]))
        return [name in e["classes"] for e in asked]

    failed = False
    for name, share, bar in RECALL:
        order = ranked(name)
        recall = sum(order[:int(len(order) * share)]) / sum(order)
        failed |= recall < bar
        print(f"{name}: {recall:.3f} of {sum(order)} in the top {share:.0%} of {len(order)} (bar {bar})")
    for name, bar, least in PRECISION:
        order, found, best = ranked(name), 0, 0.0
        for place, member in enumerate(order, 1):
            found += member
            if found / sum(order) >= least:
                best = max(best, found / place)
        failed |= best < bar
        print(f"{name}: precision {best:.3f} with at least {least:.0%} of {sum(order)} found among {len(order)} (bar {bar})")
    return failed


if __name__ == "__main__":
    sys.exit(main())
