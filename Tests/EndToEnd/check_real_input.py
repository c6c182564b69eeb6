#!/usr/bin/env python3
"""Runs the night on one real export and compares the counts with those that another program made.

What must hold: the import finds exactly the posts, authors and conversations of expected.json; what was read adds
up; the night ends clean and leaves pages for both readers; a second night leaves the same bytes.
"""
import argparse
import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path


def main():
    options = arguments()
    expected = json.loads(options.expected.read_text())["files"]["/".join(options.export.parts[-2:])]
    if hashlib.sha256(options.export.read_bytes()).hexdigest() != expected["sha256"]:
        sys.exit(f"{options.export} is not the file that expected.json was counted on")
    shutil.rmtree(options.work, ignore_errors=True)
    inbox = options.work / "inbox"
    inbox.mkdir(parents=True)
    shutil.copy(options.export, inbox)
    pipeline = Path(shutil.copy(options.pipeline, options.work))

    problems = imported(options.themaradar, options.work, inbox, expected)
    problems += night(options.themaradar, options.work, pipeline)
    for problem in problems:
        print(f"wrong: {problem}")
    sys.exit(1 if problems else 0)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("themaradar", "pipeline", "export", "expected", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    return parser.parse_args()


def imported(themaradar, work, inbox, expected):
    """What is wrong with the import by itself."""
    paths = {name: work / f"{name}.ndjson" for name in ("posts", "summary", "quarantine")}
    command = [themaradar, "import", inbox, "--source", "test"]
    for name, path in paths.items():
        command += [f"--{name}", path]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        return [f"import ended with {done.returncode}: {done.stderr.strip()[-500:]}"]
    posts = ndjson(paths["posts"])
    summary = ndjson(paths["summary"])
    found = {
        "messages": len(posts),
        "authors": len({post["author"] for post in posts if post["author"]}),
        "threads": len({post["thread"] for post in posts}),
    }
    print(f"{found['messages']} posts, {found['authors']} authors, {found['threads']} conversations; "
          f"format {summary[0]['format']}")
    problems = [f"{name}: {found[name]}, expected {expected[name]}" for name in found if found[name] != expected[name]]
    if len({post["id"] for post in posts}) != len(posts):
        problems.append("two posts have the same id")
    if sum(row["posts"] for row in summary) != len(posts):
        problems.append("the summary counts other posts than there are")
    if sum(row["quarantined"] for row in summary) != len(ndjson(paths["quarantine"])):
        problems.append("the summary counts other quarantined records than there are")
    return problems


def night(themaradar, work, pipeline):
    """What is wrong with two nights in a row."""
    bytes_of_night = []
    for _ in range(2):
        done = subprocess.run([themaradar, "run", pipeline], capture_output=True, text=True)
        if done.returncode != 0:
            return [f"run ended with {done.returncode}: {(done.stdout + done.stderr).strip()[-1000:]}"]
        latest = work / "out" / "dashboards" / "latest"
        problems = [f"no {reader}/index.html" for reader in ("kerngroep", "monitors")
                    if not (latest / reader / "index.html").is_file()]
        if problems:
            return problems
        bytes_of_night.append(tree(latest))
    first, second = bytes_of_night
    print(f"{len(first)} files of dashboards; topics: {topics(latest)}")
    changed = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    return [f"the second night made other bytes: {', '.join(changed[:10])}"] if changed else []


def topics(latest):
    """How many topics the core group's data lists, or a question mark."""
    tables = sorted((latest / "kerngroep").rglob("*onderwerp*.csv"))
    for table in tables:
        with open(table, newline="", encoding="utf-8-sig") as file:
            rows = list(csv.reader(file))
        if rows:
            return f"{len({row[0] for row in rows[1:]})} ({table.name})"
    return "?"


def tree(folder):
    return {
        os.path.relpath(path, folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def ndjson(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


if __name__ == "__main__":
    main()
