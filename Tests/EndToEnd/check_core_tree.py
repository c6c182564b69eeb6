#!/usr/bin/env python3
"""Searches every byte of the core group's folder, and of the reports to share, for labelled personal data.

A community is made of texts in which people labelled the personal data, its night is run, and every labelled string is
looked for in every file below kerngroep/ and opbrengst/: as it is and in small letters, composed and decomposed, and as HTML, URLs and
JSON write it. Nothing may be found. Then monitors approve every sentence that could be quoted, and what can be read
then is counted: redaction for publication is not anonymous, and at most so many percent may be left.

Two communities: `mixed`, where the texts lie among those of a whole platform, and `bare`, of labelled texts only, each
posted by three people in three weeks, so that nearly every one makes a topic of its own and is quoted.

A string of fewer than four characters, or one that is part of what the pages say by themselves (those of a community
without posts, the theme catalogue and the listed material), is looked for as a whole word; one that is such a word
itself cannot be told apart, and is named.

That the search can find is proved each time: it must find nearly all strings in the store, and every form of a string in
a file that is planted in a copy of the folder.
"""
import argparse
import csv
import datetime as dt
import html
import json
import re
import shutil
import subprocess
import sys
import unicodedata
import urllib.parse
from pathlib import Path

MAPPING = """\
version: 1
source: proef
files: [{match: "*.jsonl", format: jsonl, entity: post}]
fields:
  id: {path: id}
  thread: {path: thread}
  reply_to: {path: parent, empty: null}
  title: {path: title}
  created: {path: created, date: iso8601}
  author: {path: author}
  channel: {path: channel}
  body: {path: body, markup: plain}
"""

PIPELINE = """\
version: 1
community: Proef
as_of: 2026-10-31
inbox: inbox
store: out/store.sqlite
key: out/key
dashboards: out/dashboards
import: {{settle_seconds: 0}}
sources: [{{name: proef, files: "*.jsonl", mapping: mapping.yaml}}]
themes: {themes}
resources: {resources}
{settings}
"""

MOST_LEFT = 0.05


def main():
    options = arguments()
    options.themaradar = options.themaradar.resolve()
    pii = labelled(options.pii, "text")
    gold = labelled(options.gold, "body")
    own = own_words(options)
    problems = []
    mixed = [post(line["id"], line["thread_id"], line["parent_id"], line["author_id"], line["created_at"],
                  line["title"], line["body"]) for line in ndjson(options.gold / "posts.ndjson")]
    mixed += [alone(f"{line['id']}", f"schrijver-{line['id']}", number, line["text"])
              for number, line in enumerate(ndjson(options.pii / "posts.ndjson"))]
    bare = [alone(f"{line['id']}-{copy}", f"schrijver-{copy}-{number % 40}", 3 * number + copy, line["text"])
            for number, line in enumerate(ndjson(options.pii / "posts.ndjson")) for copy in range(3)]
    problems += community("mixed", options, mixed, pii | gold, own, "")
    problems += community("bare", options, bare, pii, own,
                          "topics: {minimum_questions: 2}\nprivacy: {suppress_below: 3}\n")
    for problem in problems:
        print(f"wrong: {problem}")
    sys.exit(1 if problems else 0)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("themaradar", "pii", "gold", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    pipelines = Path(__file__).resolve().parents[2] / "pipelines"
    options.themes = pipelines / "themes" / "jeugd"
    options.resources = pipelines / "resources" / "jeugd.csv"
    return options


def ndjson(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def labelled(folder, key):
    """The labelled strings with the posts that they stand in."""
    texts = {line["id"]: line[key] for line in ndjson(folder / "posts.ndjson")}
    strings = {}
    for line in ndjson(folder / "labels.ndjson"):
        for finding in line["pii"]:
            assert finding["text"] in texts[line["id"]]
            strings.setdefault(unicodedata.normalize("NFC", finding["text"]), set()).add(line["id"])
    return Strings(strings)


class Strings(dict):
    """Strings with the posts they stand in; two sets can be joined."""

    def __or__(self, other):
        return Strings({text: self.get(text, set()) | other.get(text, set()) for text in sorted(self.keys() | other.keys())})


def post(identity, thread, parent, author, created, title, body):
    return {"id": identity, "thread": thread, "parent": parent, "author": author, "created": created,
            "title": title, "body": body, "channel": "vragen"}


def alone(identity, author, number, body):
    """A post that opens a conversation, somewhere in the last year."""
    when = dt.datetime(2026, 10, 25, 9, 0, tzinfo=dt.timezone.utc) - dt.timedelta(hours=7 * (number % 1200))
    return post(identity, identity, None, author, when.isoformat(), None, body)


def prepare(work, options, posts, settings):
    shutil.rmtree(work, ignore_errors=True)
    (work / "inbox").mkdir(parents=True)
    (work / "mapping.yaml").write_text(MAPPING)
    pipeline = work / "pipeline.yaml"
    pipeline.write_text(PIPELINE.format(themes=options.themes, resources=options.resources, settings=settings))
    with open(work / "inbox" / "posts.jsonl", "w", encoding="utf-8") as file:
        for line in posts:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return pipeline


def night(options, pipeline):
    done = subprocess.run([options.themaradar, "run", pipeline, "--progress", "silent"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"the night of {pipeline} ended with {done.returncode}: {done.stderr.strip()[-800:]}")
    return (pipeline.parent / "out" / "dashboards" / "latest").resolve()


def core_files(latest):
    return {str(path.relative_to(latest)): path.read_bytes() for folder in ("kerngroep", "opbrengst")
            for path in sorted((latest / folder).rglob("*")) if path.is_file()}


def own_words(options):
    """What the pages say without any post, and what people wrote to be shown: themes and material."""
    work = options.work / "empty"
    latest = night(options, prepare(work, options, [], ""))
    texts = list(core_files(latest).values())
    texts += [path.read_bytes() for path in sorted(options.themes.glob("*.yaml")) + [options.resources]]
    return "\n".join(plain(text) for text in texts)


def plain(data):
    """Bytes as text, in one case and composed, with what HTML and URLs write in another way undone as well."""
    text = data.decode("utf-8", errors="replace")
    forms = [text, html.unescape(text), urllib.parse.unquote(text)]
    forms += [urllib.parse.unquote_plus(text)] if "+" in text else []
    if "\\u" in text:
        forms.append(re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text))
    # Soft hyphens and joiners are not seen by readers.
    forms = [form.translate({0xAD: None, 0x200B: None, 0x200D: None, 0xA0: " "}) for form in dict.fromkeys(forms)]
    forms += [re.sub(r"<[^>]*>", "", form) for form in forms if "<" in form]
    return "\n".join(unicodedata.normalize("NFC", form).lower() for form in dict.fromkeys(forms))


class Search:
    """How each string is looked for."""

    def __init__(self, strings, own):
        self.patterns, self.words, self.undecided = {}, [], []
        for string in strings:
            lower = string.lower()
            whole = re.compile(rf"(?<!\w){re.escape(lower)}(?!\w)")
            if whole.search(own):
                self.undecided.append(string)
            elif len(string) < 4 or lower in own:
                self.words.append(string)
                self.patterns[string] = whole.search
            else:
                self.patterns[string] = lambda text, lower=lower: lower in text

    def found(self, data):
        text = plain(data)
        return {string for string, is_in in self.patterns.items() if is_in(text)}


def community(name, options, posts, strings, own, settings):
    """What is wrong with a community's folder."""
    problems = []
    work = options.work / name
    pipeline = prepare(work, options, posts, settings)
    latest = night(options, pipeline)
    search = Search(strings, own)
    print(f"{name}: {len(posts)} posts, {len(strings)} labelled strings; as whole words: "
          f"{', '.join(search.words) or 'none'}; not to be told from the pages' own words: "
          f"{', '.join(search.undecided) or 'none'}")
    files = core_files(latest)
    if search.found(b"\n".join(files.values())):
        for path, data in files.items():
            problems += [f"{name}: {path} holds “{string}”" for string in sorted(search.found(data))]
    print(f"{name}: {len(files)} files, {sum(map(len, files.values()))} bytes, nothing approved: "
          f"{len(problems)} labelled strings found")
    problems += controls(name, search, work, files)

    # Monitors approve everything that there is, for everybody.
    rows = ["bericht;oordeel"] + [f"proef:{line['id']};citaat_openbaar" for line in posts]
    (work / "inbox" / "oordelen.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    latest = night(options, pipeline)
    with open(latest / "monitors" / "data" / "citaten.csv", encoding="utf-8-sig", newline="") as file:
        shown = [row for row in csv.DictReader(file) if row["stand"] == "zichtbaar" or row["openbaar"] == "ja"]
    everything = b"\n".join(core_files(latest).values())
    left = search.found(everything)
    quoted = {row["bericht_id"].removeprefix("proef:").removesuffix("-0").removesuffix("-1").removesuffix("-2")
              for row in shown}
    concerned = {string for string, where in strings.items() if where & quoted} & search.patterns.keys()
    share = len(left) / len(search.patterns)
    print(f"{name}: all approved: {len(shown)} sentences are quoted; {len(left)} of {len(search.patterns)} labelled "
          f"strings can be read ({share:.1%}); of the {len(concerned)} in the posts that are quoted {len(left & concerned)}"
          + (f": {', '.join(sorted(left))}" if left else ""))
    # A report holds no sentence that something was taken out of.
    gaps = re.compile(r"\[(?:naam|plaats|telefoonnummer|e-mailadres|adres|postcode|school|bsn|nummer|link|\w+nummer)\]")
    quotes = (latest / "opbrengst" / "data" / "citaten.csv").read_text(encoding="utf-8")
    print(f"{name}: {quotes.count(chr(10)) - 1} sentences in the reports to share")
    if gaps.search(quotes):
        problems.append(f"{name}: a report to share holds a sentence with a gap")
    if not shown:
        problems.append(f"{name}: nothing is quoted, so nothing was tried")
    if share > MOST_LEFT:
        problems.append(f"{name}: {share:.1%} of the labelled strings can be read where all is approved")
    return problems


def controls(name, search, work, files):
    """Whether the search can find at all."""
    store = search.found((work / "out" / "store.sqlite").read_bytes())
    print(f"{name}: control: {len(store)} of {len(search.patterns)} strings found in the store")
    problems = []
    if len(store) < 0.9 * len(search.patterns):
        problems.append(f"{name}: the search does not find what is in the store")
    string = next(text for text in sorted(search.patterns) if " " in text and any(ord(c) > 127 for c in text))
    page = next(data for path, data in files.items() if path.endswith("index.html"))[-2000:]
    forms = {
        "as it is": string, "in capitals": string.upper(), "decomposed": unicodedata.normalize("NFD", string),
        "as HTML": "".join(f"&#{ord(c)};" if ord(c) > 127 else c for c in string),
        "as a URL": urllib.parse.quote(string), "as a form": urllib.parse.quote_plus(string),
        "as JSON": json.dumps(string), "with marks in it": string[:2] + "<b>" + string[2:] + "</b>",
        "with soft hyphens": string[:2] + "\u00ad" + string[2:],
    }
    for form, text in forms.items():
        if string not in search.found(page + text.encode("utf-8")):
            problems.append(f"{name}: the search does not find a string {form}")
    return problems


if __name__ == "__main__":
    main()
