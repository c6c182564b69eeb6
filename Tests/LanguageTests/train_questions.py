#!/usr/bin/env python3
"""Fits the weights of the question detector and reports how well they carry over.

Usage, in this order (THEMARADAR is the built program):
  train_questions.py examples Resources/question_examples.txt > examples.ndjson
  THEMARADAR questions examples.ndjson --explain examples-explained.ndjson -o /dev/null
  THEMARADAR questions POSTS --explain explained.ndjson -o /dev/null
  train_questions.py explained.ndjson POSTS LABELS \\
    --examples examples-explained.ndjson Resources/question_examples.txt \\
    --write ../../Sources/Language/Questions/QuestionModel+Dutch.swift

POSTS      NDJSON with id, title, body, thread_id, parent_id, created_at.
LABELS     NDJSON with id, is_question, question_spans.
--errors   lists the posts that the folds got wrong instead of writing weights.
The scores in the explained files are not used, only the features.

Two logistic models with an L2 penalty, fitted by Newton's method. The first tells asking sentences from others:
sentences that overlap a labelled span against all others, where other sentences with a question mark in asking
posts are left out (the labels mark one question of several). The second tells asking posts by their best
sentences and their own features; it is fitted on sentence scores from models that did not see the post's thread.
The hand-written examples take part in every fit, but those of a fold. Reported: figures in 10 folds that keep threads whole, the last year after fitting on what came before it, and the
fit itself. Needs numpy."""
import argparse
import collections
import json
import sys
import zlib

import numpy as np

FOLDS = 10
SENTENCE_PENALTY, POST_PENALTY = 1.0, 1.0
# One hand wrote the community, and in one manner; the examples are few, and each stands for many a manner.
EXAMPLE_IMPORTANCE = 2.0
# How long posts are, where in them the question stands and whether they have titles is a custom of a community
# more than a mark of a question: such features are held back, so that the model carries over to others.
CUSTOM_PENALTY = 20.0
CUSTOMS = {"firstSentence", "lastSentence", "onlySentence", "longSentence", "underTenWords", "underTwentyWords",
           "underThirtyFiveWords", "overSixtyWords", "overHundredWords", "hasTitle", "titleAsks"}
LOW, HIGH = -6.0, 6.0

# What only the thread tells; fitted last, on top of a model that does without.
KNOWN = ("opensThread", "isReply")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def fit(rows, targets, penalty, names, importance):
    """Newton's method for logistic regression; the first column is the bias and not penalised."""
    weights = np.zeros(rows.shape[1])
    ridge = np.full(rows.shape[1], penalty)
    for index, name in enumerate(names):
        if name in CUSTOMS:
            ridge[index + 1] = CUSTOM_PENALTY
    ridge[0] = 1e-6
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        gradient = rows.T @ (importance * (targets - chance)) - ridge * weights
        curvature = (rows * (importance * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def fit_offset(rows, targets, offset, penalty):
    """Weights of a few more features on top of scores that stay as they are."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights + offset, -30, 30)))
        gradient = rows.T @ (targets - chance) - penalty * weights
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty * np.eye(rows.shape[1])
        weights += np.linalg.solve(curvature, gradient)
    return weights


def figures(truth, guess):
    truth, guess = np.asarray(truth, bool), np.asarray(guess, bool)
    hit = int((truth & guess).sum())
    precision = hit / max(1, int(guess.sum()))
    recall = hit / max(1, int(truth.sum()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def examples(path):
    """Posts and labels of the hand-written examples; written as NDJSON by --posts-of."""
    posts, labels = [], []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            title, _, body = line.rpartition(" | ")
            spans = []
            while "[[" in body:
                start = body.index("[[")
                body = body.replace("[[", "", 1)
                end = body.index("]]")
                body = body.replace("]]", "", 1)
                spans.append([start, end])
            asks = bool(spans) or "[[" in title
            post = {"id": "x%d" % number, "title": title.replace("[[", "").replace("]]", "") or None, "body": body}
            posts.append(dict(post, thread_id=post["id"], created_at=""))
            labels.append({"id": post["id"], "is_question": asks, "question_spans": spans})
    return posts, labels


class Data:
    def __init__(self, explained, posts, labels, sentence_names=None, post_names=None):
        meta = {post["id"]: post for post in posts}
        label = {row["id"]: row for row in labels}
        names = sorted({name for post in explained for s in post["sentences"] for name in s["features"]})
        for post in explained:
            post["features"] = [name for name in post["features"] if name not in KNOWN]
        self.sentence_names = sentence_names or names
        self.post_names = post_names or sorted({name for post in explained for name in post["features"]})
        place = {name: index + 1 for index, name in enumerate(self.sentence_names)}
        post_place = {name: index + 1 for index, name in enumerate(self.post_names)}
        rows, targets, self.owner, self.title, self.used, self.spans = [], [], [], [], [], []
        self.ids = [post["id"] for post in explained]
        self.truth = np.array([bool(label[i]["is_question"]) for i in self.ids])
        self.thread = [meta[i]["thread_id"] for i in self.ids]
        self.time = [meta[i]["created_at"] for i in self.ids]
        opens = np.array([meta[i].get("parent_id") is None for i in self.ids])
        self.known = np.column_stack([opens, ~opens]).astype(float)
        self.post_rows = np.zeros((len(explained), len(self.post_names) + 1))
        self.post_rows[:, 0] = 1
        for number, post in enumerate(explained):
            gold = label[post["id"]]["question_spans"]
            for name in post["features"]:
                if name in post_place:
                    self.post_rows[number, post_place[name]] = 1
            for sentence in post["sentences"]:
                row = np.zeros(len(self.sentence_names) + 1)
                row[0] = 1
                for name in sentence["features"]:
                    if name in place:
                        row[place[name]] = 1
                span = sentence["range"]
                hit = False
                if span:
                    for a, b in gold:
                        shared = min(b, span[1]) - max(a, span[0])
                        hit |= shared > 0.5 * min(b - a, span[1] - span[0])
                rows.append(row)
                targets.append(hit)
                self.owner.append(number)
                self.title.append(span is None)
                self.spans.append(span)
                self.used.append(span is not None and (hit or not gold or "questionMark" not in sentence["features"]))
        self.rows, self.targets = np.array(rows), np.array(targets, float)
        self.owner, self.title, self.used = np.array(self.owner), np.array(self.title), np.array(self.used)

    def folds(self):
        return np.array([zlib.crc32(thread.encode()) % FOLDS for thread in self.thread])

    def sentence_weights(self, posts):
        chosen = posts[self.owner] & self.used
        return fit(self.rows[chosen], self.targets[chosen], SENTENCE_PENALTY, self.sentence_names, self.importance[self.owner][chosen])

    def summary(self, scores):
        """Per post: the best and second best sentence of the body, and the title's best, cut to a range."""
        best = np.full(len(self.ids), LOW)
        second = np.zeros(len(self.ids))
        title = np.zeros(len(self.ids))
        order = np.argsort(-scores, kind="stable")
        seen = collections.Counter()
        for index in order:
            post = self.owner[index]
            if self.title[index]:
                title[post] = max(title[post], min(HIGH, scores[index]))
                continue
            seen[post] += 1
            if seen[post] == 1:
                best[post] = np.clip(scores[index], LOW, HIGH)
            elif seen[post] == 2:
                second[post] = np.clip(scores[index], 0, HIGH)
        return np.column_stack([self.post_rows, best, second, title])

    def train(self, posts):
        """Both models, fitted on a choice of posts."""
        folds = self.folds()
        scores = np.zeros(len(self.rows))
        for fold in range(FOLDS):
            inside = (folds == fold)[self.owner]
            weights = self.sentence_weights(posts & (folds != fold))
            scores[inside] = self.rows[inside] @ weights
        columns = self.summary(scores)
        post_weights = fit(columns[posts], self.truth[posts].astype(float), POST_PENALTY, self.post_names, self.importance[posts])
        return self.sentence_weights(posts), post_weights

    def predict(self, models):
        sentence_weights, post_weights = models
        scores = self.rows @ sentence_weights
        return self.summary(scores) @ post_weights, scores


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("explained", help="or `examples` to write the examples POSTS as NDJSON to standard output")
    parser.add_argument("posts")
    parser.add_argument("labels", nargs="?")
    parser.add_argument("--examples", nargs=2, metavar=("EXPLAINED", "TEXT"))
    parser.add_argument("--write")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    if options.explained == "examples":
        for post in examples(options.posts)[0]:
            print(json.dumps({key: post[key] for key in ("id", "title", "body")}, ensure_ascii=False))
        return
    posts, explained, labels = read(options.posts), read(options.explained), read(options.labels)
    gold = len(explained)
    if options.examples:
        extra_posts, extra_labels = examples(options.examples[1])
        explained += read(options.examples[0])
        posts, labels = posts + extra_posts, labels + extra_labels
    data = Data(explained, posts, labels)
    data.gold = np.arange(len(data.ids)) < gold
    data.importance = np.where(data.gold, 1.0, EXAMPLE_IMPORTANCE)
    everything = np.ones(len(data.ids), bool)
    folds = data.folds()

    logits = np.zeros(len(data.ids))
    scores = np.zeros(len(data.rows))
    for fold in range(FOLDS):
        held = folds == fold
        part, sentence_part = data.predict(data.train(~held))
        logits[held] = part[held]
        scores[held[data.owner]] = sentence_part[held[data.owner]]
    print("folds by thread   P %.3f R %.3f F1 %.3f" % figures(data.truth[data.gold], logits[data.gold] >= 0))
    right = total = 0
    for number in np.flatnonzero(data.truth & data.gold):
        mine = np.flatnonzero((data.owner == number) & ~data.title)
        best = mine[np.argmax(scores[mine])]
        right += data.targets[best]
        total += 1
    print("best sentence is the labelled one in %.3f of %d asking posts (folds)" % (right / total, total))
    cut = sorted(data.time)[int(len(data.time) * 2 / 3)]
    known = np.zeros(len(data.ids))
    for fold in range(FOLDS):
        held = folds == fold
        rest = ~held & data.gold
        weights = fit_offset(data.known[rest], data.truth[rest].astype(float), logits[rest], 1.0)
        known[held] = logits[held] + data.known[held] @ weights
    if options.examples:
        other = ~data.gold
        print("examples, held out P %.3f R %.3f F1 %.3f" % figures(data.truth[other], logits[other] >= 0))
        strict, _ = data.predict(data.train(data.gold))
        print("examples, not used P %.3f R %.3f F1 %.3f" % figures(data.truth[other], strict[other] >= 0))
        strict, _ = data.predict(data.train(other))
        print("community, fitted on the examples alone P %.3f R %.3f F1 %.3f"
              % figures(data.truth[data.gold], strict[data.gold] >= 0))
    print("  thread known    P %.3f R %.3f F1 %.3f" % figures(data.truth[data.gold], known[data.gold] >= 0))
    late = np.array([time >= cut for time in data.time])
    part, _ = data.predict(data.train(~late))
    print("last third        P %.3f R %.3f F1 %.3f" % figures(data.truth[late], part[late] >= 0), "from", cut[:10])
    early = ~late & data.gold
    part, _ = data.predict(data.train(~early))
    print("first two thirds  P %.3f R %.3f F1 %.3f" % figures(data.truth[early], part[early] >= 0), "(fitted on the last third)")
    models = data.train(everything)
    fitted, _ = data.predict(models)
    print("fit               P %.3f R %.3f F1 %.3f" % figures(data.truth[data.gold], fitted[data.gold] >= 0))

    if options.errors:
        body = {post["id"]: post for post in posts}
        for number in np.argsort(-np.abs(logits)):
            if (logits[number] >= 0) != data.truth[number]:
                post = body[data.ids[number]]
                print("FN" if data.truth[number] else "FP", "%.1f" % logits[number], post["id"], "|", post.get("title"), "|", post["body"].replace("\n", " ")[:400])

    table = ["sentence %.3f" % models[0][0]]
    table += ["sentence.%s %.3f" % pair for pair in zip(data.sentence_names, models[0][1:])]
    width = len(data.post_names)
    table += ["post %.3f" % models[1][0]]
    table += ["post.%s %.3f" % pair for pair in zip(data.post_names, models[1][1:])]
    weights = fit_offset(data.known[data.gold], data.truth[data.gold].astype(float), logits[data.gold], 1.0)
    table += ["post.%s %.3f" % pair for pair in zip(KNOWN, weights)]
    table += ["post.best %.3f" % models[1][width + 1], "post.second %.3f" % models[1][width + 2],
              "post.title %.3f" % models[1][width + 3]]
    if options.write:
        with open(options.write, "w", encoding="utf-8") as out:
            out.write("// The weights for Dutch, as Tests/LanguageTests/train_questions.py fitted them. Do not edit by hand.\n\n")
            out.write("extension QuestionModel {\n")
            out.write("  /// A name and a weight on each line; positive speaks for a question to the community.\n")
            out.write('  static let dutchWeights = """\n')
            for line in table:
                if not line.endswith(" 0.000") and not line.endswith(" -0.000"):
                    out.write("    " + line + "\n")
            out.write('    """\n}\n')
    elif not options.errors:
        print("\n".join(table))


if __name__ == "__main__":
    sys.exit(main())
