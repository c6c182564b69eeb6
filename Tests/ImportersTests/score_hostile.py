#!/usr/bin/env python3
"""Runs `themaradar import` on every hostile file and compares outcome, counts and reason with expected.json.

    score_hostile.py THEMARADAR SHARED [CSV-OR-JSONL=MAPPING ...]

Prints the disagreements, time and memory of the slowest and largest, and how many agree.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

program, shared = sys.argv[1], Path(sys.argv[2])
mappings = dict(argument.split("=", 1) for argument in sys.argv[3:])
hostile = shared / "data/hostile"
agree = total = 0
slowest = largest = (0, "")
with tempfile.TemporaryDirectory() as folder:
    posts_path, summary_path, quarantine_path = (Path(folder, n) for n in ("posts", "summary", "quarantine"))
    for case in json.load(open(hostile / "expected.json"))["cases"]:
        if case["group"] == "live":
            continue
        name = case["file"]
        mapping = mappings.get(name, hostile / "mapping.yaml")
        started = time.time()
        process = subprocess.Popen(
            [program, "import", hostile / name, "--mapping", mapping, "--posts", posts_path, "--summary", summary_path,
             "--quarantine", quarantine_path], stderr=subprocess.PIPE)
        complaint = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        seconds, memory = time.time() - started, usage.ru_maxrss / 1024
        slowest, largest = max(slowest, (seconds, name)), max(largest, (memory, name))
        total += 1
        if os.WIFSIGNALED(status) or os.WEXITSTATUS(status) > 2:
            print(f"CRASH {name}: {status} {complaint[:200]}")
            continue
        summary = json.loads(summary_path.read_text())
        posts = sum(1 for line in posts_path.read_text().split("\n") if line)
        codes = {w["code"] for w in summary["warnings"]} | {summary["reason"]}
        codes |= {json.loads(line)["reason"] for line in quarantine_path.read_text().split("\n") if line}
        wrong = []
        if summary["outcome"] != case["outcome"]:
            wrong.append(f"outcome {summary['outcome']}, not {case['outcome']}")
        if case["messages"] is not None and posts != case["messages"]:
            wrong.append(f"{posts} messages, not {case['messages']}")
        if case["quarantined_records"] is not None and summary["quarantined"] != case["quarantined_records"]:
            wrong.append(f"{summary['quarantined']} quarantined, not {case['quarantined_records']}")
        if case["reason"] and case["reason"] not in codes:
            wrong.append(f"reason {sorted(map(str, codes))}, not {case['reason']}")
        if wrong:
            print(f"{name} ({summary['format']}): " + "; ".join(wrong) + f" | {summary['message']}")
        else:
            agree += 1
print(f"{agree} of {total} agree; slowest {slowest[0]:.1f} s ({slowest[1]}), largest {largest[0]:.0f} MB ({largest[1]})")
