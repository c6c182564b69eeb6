#!/usr/bin/env python3
"""Makes posts to measure `themaradar cluster` on: NDJSON {id,body,created_at} on standard output, the same every time.

usage: make_topic_texts.py COUNT [NEW] < COMMUNITY/posts.ndjson

A post takes one to three sentences of the community's posts, four of five from one thread, which makes it about one
thing, and drops one word in six. One word in fifty becomes a compound that no post of the community has: four in ten of
those are new, the others were made before, so that the vocabulary grows with the number of posts as that of people does.
The posts of a smaller collection are the first ones of a larger. NEW more posts come from the same threads, on later days.
"""
import bisect
import datetime as dt
import itertools
import json
import random
import re
import sys

count, new = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
source = random.Random(20261122)


def pick(values):
    # Not choice(): how that draws has changed between versions of Python.
    return values[int(source.random() * len(values))]


threads = {}
for line in sys.stdin:
    post = json.loads(line)
    text = " ".join(filter(None, [post.get("title"), post["body"]]))
    sentences = [s for s in re.split(r"(?<=[.?!])\s+|\n+", text) if len(s) > 20]
    threads.setdefault(post.get("thread_id") or post["id"], []).extend(sentences)
subjects = [threads[key] for key in sorted(threads) if len(threads[key]) >= 8]
words = [w.lower() for sentences in subjects for s in sentences for w in re.findall(r"[^\W\d_]{5,12}", s)]
# Some subjects draw many posts and many draw few (Zipf), whatever their threads are called.
heights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(subjects))))
made = []


def compound():
    if made and source.random() < 0.6:
        return pick(made)
    made.append(pick(words) + ("s" if source.random() < 0.5 else "") + pick(words))
    return made[-1]


def body():
    subject = subjects[bisect.bisect(heights, source.random() * heights[-1])]
    parts = []
    for _ in range(1 + int(source.random() * 3)):
        sentence = pick(subject if source.random() < 0.8 else pick(subjects)).split()[:40]
        kept = [word for word in sentence if source.random() > 1 / 6]
        parts.append(" ".join(compound() if source.random() < 0.02 else word for word in kept))
    return " ".join(parts)


first = dt.datetime(2015, 1, 1, 9)
for number in range(count + new):
    day = first + (dt.timedelta(minutes=20 * number) if number < count else dt.timedelta(days=8000, minutes=number))
    row = {"id": f"p{number:06}" if number < count else f"n{number:06}", "body": body(),
           "created_at": day.strftime("%Y-%m-%dT%H:%M:%SZ")}
    print(json.dumps(row, ensure_ascii=False))
