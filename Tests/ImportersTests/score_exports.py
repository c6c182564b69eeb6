#!/usr/bin/env python3
"""Turns what `themaradar import` reads into the answers that score_ingest.py compares with expected.json.

    score_exports.py THEMARADAR SHARED OUT.json

Reads every export of the formats that are built, each with its mapping, and writes per file the number of messages,
authors and threads, the first and last time, and the bodies by the source's own id. Then copy SHARED/data/exports to
X/dev and SHARED/tools/score_ingest.py to X/tools, and run `X/tools/score_ingest.py dev OUT.json`.
"""
import datetime
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

program, shared, out = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
exports = shared / "data/exports"
expected = json.load(open(exports / "expected.json"))["files"]
csv_mapping = exports / "mapped/forum_export_nl.mapping.yaml"
jsonl_mapping = exports / "mapped/posts.mapping.yaml"
chats = ("whatsapp", "telegram", "discord", "facebook", "signal", "linkedin")
formats = ("mbox", "eml", "discourse", "stackexchange", "mapped", "wordpress", "disqus", "slack", "mattermost", "zulip",
           "gitter") + chats


def mattermost_id(sample):
    """Mattermost has no ids: ours is a hash of the parts by which expected.json names its samples."""
    parts = b"".join(b"%d:%s" % (len(part), part) for part in sample.encode().split(b"/"))
    return "derived:" + hashlib.sha256(parts).hexdigest()[:24]


def chat_ids(post):
    """What expected.json may call a message of a chat: by its row where the source numbers nothing."""
    row = post["record"] - 1
    if post["identity"] == "aligned":
        yield str(row)
        return
    table = {"topic": "share", "comment": "comment"}.get(post["kind"], "message")
    yield from (post["id"].split("/")[-1], f"{table}:{row}", f"#0/{row}")


def sent_at(sample):
    """The time in "name@milliseconds"."""
    return datetime.datetime.fromtimestamp(int(sample.split("@")[-1]) / 1000, datetime.timezone.utc)


def written(post):
    """All of a post's text: the body with the quotes and signature that were taken out of it."""
    return post["as_written"] or post["body"]


answers = {}
with tempfile.TemporaryDirectory() as folder:
    posts_path, summary_path = Path(folder, "posts"), Path(folder, "summary")
    key = Path(folder, "key")
    key.write_bytes(b"0123456789abcdef0123456789abcdef")
    key.chmod(0o600)
    for name, wanted in expected.items():
        if name.startswith("_") or not wanted.get("format", "").startswith(formats):
            continue
        subprocess.run(
            [program, "import", exports / name, "--mapping", csv_mapping, "--mapping", jsonl_mapping,
             "--posts", posts_path, "--summary", summary_path, "--key", key], stderr=subprocess.DEVNULL)
        summary = json.loads(summary_path.read_text())
        posts = [json.loads(line) for line in posts_path.read_text().split("\n") if line]
        times = sorted(post["created_at"] for post in posts)
        answers[name] = {
            "messages": len(posts),
            "authors": len({post["author"] for post in posts} - {None}),
            "threads": len({post["thread"] for post in posts}),
            "first_utc": times[0] if times else None,
            "last_utc": times[-1] if times else None,
            "bodies": {post["id"]: written(post) for post in posts},
            "summary": summary,
        }
        bodies = answers[name]["bodies"]
        if wanted["format"].startswith("slack"):
            # expected.json names Slack's channels by their folder or file, we by their id, which keeps when names change.
            for post in posts:
                place = Path(post["entry"].removesuffix(".json"))
                for channel in (place.parent.name, place.name, post["channel"] or ""):
                    bodies.setdefault(channel + "/" + post["id"].split("/")[-1], written(post))
        if wanted["format"].startswith(chats):
            for post in posts:
                for chat_id in chat_ids(post):
                    bodies.setdefault(chat_id, written(post))
            if wanted["format"].startswith("facebook"):
                sent = {datetime.datetime.fromisoformat(post["created_at"]): written(post) for post in posts}
                bodies.update({str(s["id"]): sent.get(sent_at(str(s["id"]))) for s in wanted["samples"]})
        if wanted["format"].startswith("mattermost"):
            bodies.update({str(s["id"]): bodies.get(mattermost_id(str(s["id"]))) for s in wanted["samples"]})
        # Where the source gives no id, each program derives its own: those are paired in their order.
        derived = [str(s["id"]) for s in wanted.get("samples", []) if str(s["id"]).startswith("derived:")]
        for theirs, post in zip(derived, (p for p in posts if p["identity"] == "derived")):
            answers[name]["bodies"][theirs] = written(post)
        if summary["outcome"] == "file-quarantined":
            answers[name] = {"refused": summary["reason"]}
        counts = {k: (wanted.get(k, 0), summary[k]) for k in ("events", "deleted", "duplicates", "skipped", "undated")}
        differing = {k: v for k, v in counts.items() if v[0] != v[1]}
        if differing:
            print(f"{name}: expected and found differ in {differing}", file=sys.stderr)
json.dump(answers, open(out, "w"))
