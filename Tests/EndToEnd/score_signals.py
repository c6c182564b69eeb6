#!/usr/bin/env python3
"""Scores a replay against what was planted in a community, or counts signals where nothing can be found.

    score_signals.py PROGRAM EVENTS LABELS REPLAY.csv
        A table of the planted spikes: found within two weeks of their end or not, which share of the signal's questions
        is of the planted topic (half is needed), after how many weeks, and how rare chance makes it. Then the false
        spikes, and all other signals with what they are about. Exit status 1 when a bar is missed.

    score_signals.py PROGRAM --permuted N
        Makes N copies of the demo community in which conversations changed dates with each other, so that nothing is
        left to find; runs the night and the replay on each; and compares the number of signals with what the
        recurrence interval promises. Takes minutes: for the bench.

PROGRAM is the built themaradar. Only the standard library.
"""
import argparse
import collections
import csv
import datetime as dt
import importlib.util
import json
import math
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WEEKS_AFTER = 2
LEAST_SHARE = 0.5
MOST_MISSED = 1
LONGEST_MEDIAN_DELAY = 1
MOST_OTHERS = 1


def main():
    options = arguments()
    if options.permuted:
        sys.exit(0 if permuted(options) else 1)
    sys.exit(0 if scored(options) else 1)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=Path)
    parser.add_argument("events", type=Path, nargs="?")
    parser.add_argument("labels", type=Path, nargs="?")
    parser.add_argument("replay", type=Path, nargs="?")
    parser.add_argument("--ids", type=Path, default=ROOT / "fixtures/demo/ids.csv",
                        help="CSV post_id,export_id: from the ids of an export to those of the labels")
    parser.add_argument("--permuted", type=int, metavar="N", help="count signals in N communities without any")
    parser.add_argument("--seed", type=int, default=1, help="of the first permuted community")
    parser.add_argument("--jobs", type=int, default=1, help="permuted communities at the same time")
    options = parser.parse_args()
    if not options.permuted and not options.replay:
        parser.error("EVENTS, LABELS and REPLAY.csv are needed, or --permuted")
    return options


# What was planted against what was signalled.

def scored(options):
    events = json.loads(options.events.read_text(encoding="utf-8"))
    topics = {row["id"]: row["topic"] for row in
              map(json.loads, options.labels.read_text(encoding="utf-8").splitlines())}
    rows = signal_rows(options.replay, label_ids(options.ids, topics))
    for row in rows:
        row["topics"] = [topics[post] for post in row["posts"]]
    used, hits, delays = {}, [], []

    print("| spike | topic | weeks | found in | share of its questions | delay, weeks | by chance once in |")
    print("| --- | --- | --- | --- | ---: | ---: | --- |")
    spikes = [event for event in events if event["kind"] == "spike"]
    for event in spikes:
        first, last = weeks_of(event)
        found = [row for row in rows if first <= row["number"] <= last
                 and share(row["topics"], event["topic"]) >= LEAST_SHARE]
        for row in found:
            used.setdefault(row["signal"], event["id"])
        name = f"| {event['id']} | {event['topic']} | {iso_week(event['start'])} to {iso_week(event['end'])} "
        if not found:
            print(name + f"| not found{nearest(rows, event, first, last)} | | | |")
            continue
        row = found[0]
        delays.append(row["number"] - first)
        hits.append(event["id"])
        print(name + f"| {row['week']} | {100 * share(row['topics'], event['topic']):.0f} % of {len(row['posts'])} "
              f"| {delays[-1]} | {interval(row)} ({row['methods']}) |")

    false_hits = set()
    for event in events:
        if event["kind"] != "false_spike":
            continue
        first, last = weeks_of(event)
        planted = set(event["post_ids"])
        struck = {row["signal"] for row in rows if first <= row["number"] <= last and row["signal"] not in used
                  and (len(planted.intersection(row["posts"])) >= LEAST_SHARE * max(1, len(row["posts"]))
                       or (event["topic"] and share(row["topics"], event["topic"]) >= LEAST_SHARE))}
        false_hits |= struck
        print(f"false spike {event['id']} ({event['cause']}): {'HIT by ' + ', '.join(sorted(struck)) if struck else 'not hit'}")

    others = list({row["signal"]: row for row in reversed(rows)
                   if row["signal"] not in used and row["signal"] not in false_hits}.values())[::-1]
    counts = collections.Counter(used.values())
    again = sum(count - 1 for count in counts.values())
    print(f"other signals: {len(others)}, and {again} more of a spike that was found")
    for row in others:
        labels = collections.Counter(topic or "none" for topic in row["topics"]).most_common(3)
        about = ", ".join(f"{topic} {count}" for topic, count in labels)
        print(f"  {row['week']} {row['signal']} {row['title']!r}: {len(row['posts'])} questions ({about}), "
              f"by chance once in {interval(row)} ({row['methods']})")

    median = statistics.median(delays) if delays else math.inf
    bars = [
        (f"spikes found: {len(hits)} of {len(spikes)}", len(spikes) - len(hits) <= MOST_MISSED),
        (f"median delay: {median:g} weeks", median <= LONGEST_MEDIAN_DELAY),
        (f"false spikes hit: {len(false_hits)}", not false_hits),
        (f"other signals: {len(others) + again}", len(others) + again <= MOST_OTHERS),
    ]
    for text, holds in bars:
        print(f"{'held' if holds else 'MISSED'}: {text}")
    return all(holds for _, holds in bars)


def signal_rows(path, label_of):
    """The rows of a replay in order of time, with the ids that the labels use."""
    rows = []
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            posts = [label_of(post) for post in row["post_ids"].split()]
            rows.append(row | {"posts": posts, "number": week_number(row["week"])})
    return sorted(rows, key=lambda row: (row["number"], row["signal"]))


def label_ids(ids, topics):
    """Leads from `source:export id` to an id of the labels."""
    with ids.open(newline="", encoding="utf-8") as file:
        known = {row["export_id"]: row["post_id"] for row in csv.DictReader(file)}

    def label_of(post):
        native = post.split(":", 1)[-1]
        label = native if native in topics else known.get(native)
        if label not in topics:
            sys.exit(f"{post} is a post without a label")
        return label

    return label_of


def share(topics, topic):
    return sum(one == topic for one in topics) / len(topics) if topics else 0


def nearest(rows, event, first, last):
    """Where a spike was not found: the signal in its time that has most of its questions."""
    shares = [(share(row["topics"], event["topic"]), row) for row in rows if first <= row["number"] <= last]
    best = max(shares, key=lambda pair: pair[0], default=(0, None))
    return f" (best: {best[1]['week']}, {100 * best[0]:.0f} %)" if best[0] > 0 else ""


def interval(row):
    weeks = float(row["recurrence_weeks"])
    return f"{weeks / 52.1775:.1f} years" if weeks >= 52 else f"{weeks:.0f} weeks"


def weeks_of(event):
    return day_week(event["start"]), day_week(event["end"]) + WEEKS_AFTER


def day_week(day):
    return (dt.date.fromisoformat(day).toordinal() - 1) // 7


def iso_week(day):
    year, week, _ = dt.date.fromisoformat(day).isocalendar()
    return f"{year}-W{week:02}"


def week_number(text):
    year, week = text.split("-W")
    return (dt.date.fromisocalendar(int(year), int(week), 1).toordinal() - 1) // 7


# Communities without anything to find.

def permuted(options):
    spec = importlib.util.spec_from_file_location("make_demo_export", ROOT / "fixtures/make_demo_export.py")
    export = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(export)
    seeds = range(options.seed, options.seed + options.permuted)
    with ThreadPoolExecutor(options.jobs) as pool:
        draws = list(pool.map(lambda seed: draw(options.program.resolve(), export, seed), seeds))
    for seed, one in zip(seeds, draws):
        print(f"draw {seed}: {one['signals']} signals ({one['by_method']}) in {one['weeks']} weeks", flush=True)
    weeks = sum(one["weeks"] for one in draws)
    signals = sum(one["signals"] for one in draws)
    interval = draws[0]["recurrence_weeks"]
    print(f"in all: {signals} signals in {weeks} weeks, one in {weeks / max(signals, 1):.0f} weeks")
    if interval is None:
        print("no recurrence interval is set: nothing to compare with")
        return False
    expected = weeks / interval
    low, high = poisson_interval(expected)
    print(f"promised: one in {interval:g} weeks by chance, so about {expected:.1f}; "
          f"19 in 20 such counts lie from {low} to {high}")
    if low <= signals <= high:
        print("held")
    elif signals < low:
        print("MISSED: fewer than promised, so the interval is understated")
    else:
        print("MISSED: more than promised")
    return low <= signals <= high


def draw(program, export, seed):
    """One community with its conversations' dates exchanged: the night, then the replay."""
    posts = [json.loads(line) for line in export.COMMUNITY.read_text(encoding="utf-8").splitlines()]
    exchange_dates(posts, random.Random(seed), export.ZONE)
    number = export.export_numbers(posts)
    with tempfile.TemporaryDirectory(prefix="themaradar-") as folder:
        place = Path(folder)
        shutil.copytree(ROOT / "pipelines", place / "pipelines")
        inbox = place / "fixtures/demo/inbox"
        inbox.mkdir(parents=True)
        (inbox / "platform-export.zip").write_bytes(export.zipped({
            "export/berichten.csv": export.table(export.POST_COLUMNS, export.post_rows(posts, number)),
            "export/reacties.csv": export.table(export.REPLY_COLUMNS, export.reply_rows(posts, number)),
            "export/leden.csv": export.table(export.MEMBER_COLUMNS, export.member_rows(posts)),
        }))
        pipeline = place / "pipelines/demo.yaml"
        run(program, "run", pipeline, "--progress", "silent")
        run(program, "replay", pipeline, "--progress", "silent", "--signals", place / "signals.csv",
            "--settings", place / "settings.csv")
        with (place / "signals.csv").open(newline="", encoding="utf-8") as file:
            opened = {row["signal"]: row["methods"] for row in reversed(list(csv.DictReader(file)))}
        with (place / "settings.csv").open(newline="", encoding="utf-8") as file:
            settings = list(csv.DictReader(file))
    in_use = [float(row["value"]) for row in settings if row["setting"] == "recurrence_weeks" and row["in_use"] == "1"]
    by_method = collections.Counter(opened.values())
    return {
        "signals": len(opened), "weeks": round(float(settings[0]["months"]) * 30.4375 / 7),
        "by_method": ", ".join(f"{name} {count}" for name, count in sorted(by_method.items())) or "none",
        "recurrence_weeks": in_use[0] if in_use else None,
    }


def exchange_dates(posts, chance, zone):
    """Conversations exchange the moments at which they began; answers come as long after the question as they did."""
    began = {post["thread_id"]: dt.datetime.fromisoformat(post["created_at"])
             for post in posts if post["parent_id"] is None}
    moments = list(began.values())
    chance.shuffle(moments)
    shift = {thread: moment - began[thread] for thread, moment in zip(began, moments)}
    last = max(dt.datetime.fromisoformat(post["created_at"]) for post in posts)
    for post in posts:
        for field in ("created_at", "edited_at"):
            if post[field]:
                # Nothing is younger than the community was: an export does not hold what is still to come.
                moment = min(last, dt.datetime.fromisoformat(post[field]) + shift[post["thread_id"]])
                local = moment.astimezone(zone)
                # The export cannot tell the second pass of the hour that comes twice in October.
                post[field] = (local + dt.timedelta(hours=1) if local.fold else local).isoformat()


def run(program, *arguments):
    result = subprocess.run([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))} ended with status {result.returncode}: {result.stderr}")


def poisson_interval(mean, level=0.95):
    """The counts between which the middle `level` of a Poisson distribution lies."""
    tail, total, count, low = (1 - level) / 2, 0.0, 0, None
    while True:
        total += math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))
        if low is None and total > tail:
            low = count
        if total >= 1 - tail:
            return low, count
        count += 1


if __name__ == "__main__":
    main()
