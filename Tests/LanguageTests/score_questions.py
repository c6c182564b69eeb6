#!/usr/bin/env python3
"""Scores `themaradar questions` against labels, next to the rule "contains a question mark". Standard library only.

Usage: score_questions.py CSV POSTS LABELS

CSV     post_id,is_question,start,end,text (what the command wrote)
POSTS   NDJSON with id, title, body
LABELS  NDJSON with id, is_question, question_text, question_spans
Posts without a label are left out; a labelled post without a row in the CSV counts as "asks nothing", and is told.
Span figures are over posts that ask and were found: the best row is a post's first one."""
import collections
import csv
import json
import re
import sys


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def figures(truth, guess):
    hit = sum(1 for i in truth if truth[i] and guess.get(i))
    precision = hit / max(1, sum(1 for i in truth if guess.get(i)))
    recall = hit / max(1, sum(truth.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def overlap(left, right):
    """F1 of the words two texts share."""
    a, b = (collections.Counter(re.findall(r"\w+", text.lower())) for text in (left, right))
    shared = sum((a & b).values())
    return 2 * shared / max(1, sum(a.values()) + sum(b.values()))


def main(found, posts, labels):
    texts = {post["id"]: (post.get("title") or "", post["body"]) for post in read(posts)}
    label = {row["id"]: row for row in read(labels) if row["id"] in texts}
    truth = {i: bool(row["is_question"]) for i, row in label.items()}
    guess, best, wrong = {}, {}, 0
    with open(found, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            i = row["post_id"]
            guess[i] = guess.get(i, False) or row["is_question"] == "1"
            if row["is_question"] == "1" and row["start"] and i in texts:
                span = (int(row["start"]), int(row["end"]))
                wrong += texts[i][1][span[0]:span[1]] != row["text"]
                best.setdefault(i, span)
    missing = sum(1 for i in truth if i not in guess)
    mark = {i: "?" in texts[i][0] or "?" in texts[i][1] for i in truth}
    print("posts %d, asking %d, without a row %d, rows whose text is not at its place %d"
          % (len(truth), sum(truth.values()), missing, wrong))
    print("themaradar questions  precision %.3f recall %.3f F1 %.3f" % figures(truth, guess))
    print("contains '?'          precision %.3f recall %.3f F1 %.3f" % figures(truth, mark))
    hits, shared, count = 0, 0.0, 0
    for i, span in best.items():
        if not truth.get(i):
            continue
        count += 1
        hits += any(min(b, span[1]) > max(a, span[0]) for a, b in label[i]["question_spans"])
        shared += overlap(texts[i][1][span[0]:span[1]], label[i]["question_text"])
    print("best sentence overlaps the labelled one in %.3f of %d, mean word F1 %.3f"
          % (hits / max(1, count), count, shared / max(1, count)))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
