"""Makes NDJSON posts for measuring the import: make_posts.py POSTS [NEW] <fixtures/community/posts.ndjson >out

Texts are made of the words of standard input, with quotes, markup and long posts in between; the same numbers give the same
bytes. With NEW, that many posts are left out at the start and as many come at the end: the next export of a platform.
"""
import bisect
import datetime as dt
import itertools
import json
import random
import sys

count = int(sys.argv[1])
shift = int(sys.argv[2]) if len(sys.argv) > 2 else 0
seen = {}
for line in sys.stdin:
    for word in json.loads(line)["body"].split():
        word = word.strip(".,?!()\"'").lower()
        if word.isalpha():
            seen[word] = seen.get(word, 0) + 1
words = sorted(seen, key=lambda word: (-seen[word], word))
weights = list(itertools.accumulate(seen[word] for word in words))
start = dt.datetime(2016, 1, 4, 8)
for number in range(1 + shift, count + shift + 1):
    chance = random.Random(number)
    length = min(400, max(4, int(chance.lognormvariate(3.15, 0.7))))
    picked = [words[bisect.bisect(weights, chance.random() * weights[-1] - 1)] for _ in range(length)]
    body = " ".join(picked).capitalize()
    opens = chance.random() < 0.3
    body += "?" if opens else "."
    kind = chance.random()
    if kind < 0.15:
        body = "> " + " ".join(picked[:6]) + "\n\n" + body
    elif kind < 0.3:
        body = "<p>" + body + "</p>"
    elif kind < 0.35:
        body += f' Zie https://www.example.nl/forum/{number} en "{picked[0]}" café één.'
    first = number if opens else max(1, number - chance.randrange(3, 45))
    print(json.dumps({
        "id": f"p{number}", "thread_id": f"t{first}", "parent_id": None if opens else f"p{first}",
        "author": f"lid{int(chance.paretovariate(0.5)) % 40000}",
        "created_at": (start + dt.timedelta(seconds=number * 300 + chance.randrange(300))).isoformat() + "+01:00",
        "title": " ".join(picked[:7]).capitalize() + "?" if opens else None, "body": body,
        "score": chance.randrange(-2, 40), "tags": picked[1:3]}, ensure_ascii=False))
