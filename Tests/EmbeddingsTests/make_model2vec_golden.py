#!/usr/bin/env python3
"""Makes the small models in Models/ and Models/golden.json: what model2vec's own program makes of texts with them.

usage: make_model2vec_golden.py FOLDER

  python3 -m venv venv
  venv/bin/pip install model2vec==0.10.0 tokenizers==0.23.3
  venv/bin/python make_model2vec_golden.py Models

The tokenizers are trained on the texts below, the vectors are drawn at random: what they mean does not matter here.
"""
import json
import pathlib
import struct
import sys

import numpy as np
from model2vec import StaticModel
from model2vec.model import quantize_model
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

CORPUS = """Hoe vraag je toestemming aan gescheiden ouders voor hulp aan hun kind?
Wie heeft ervaring met de wachtlijst voor jeugdhulp in het wijkteam?
Wat doe je als een jongere van vijftien niet meer naar school wil? We hebben al van alles geprobeerd.
Mag ik als jeugdbeschermer informatie delen met de huisarts zonder toestemming van de ouders?
De meldcode huiselijk geweld: welke stap zet je eerst, en met wie overleg je?
Ik zoek een training over hechting bij pleegkinderen, het liefst online; de begroting is klein (1.250 euro).
Café, reünie, coördinatie, geïnformeerd, één, ’s ochtends, z.s.m., e-mail, 24/7.
Who knows a good course on attachment? It's for foster parents, they'll join us in May.
We don't have the results yet; I'm waiting, she'd said, and you've seen 12 of 30.""".split("\n")

TEXTS = CORPUS + [
    "", " ", "?", "x", "Jeugdhulp!", "JEUGDHULP jeugdhulp", "  twee  spaties   en\ttab\nnieuwe regel \r\n eind  ",
    "caf\u00e9 cafe\u0301 CAFE\u0301", "\u0130stanbul stra\u00dfe \u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2",
    "vast\u00a0spatie\u2003brede\u200bnul\ufeffbreed \u0000nul \ufffd", "\u4f60\u597d world \u4e16\u754c",
    "\U0001F600 hulp \U0001F468\u200d\U0001F469\u200d\U0001F467 \U0001F1F3\U0001F1F1", "\u2460\u2461 \ufb01jn \u2126 \u00bd",
    "[UNK] school [PAD] ouders<unk>hulp", "\u0915\u094d\u0937\u093f \u0e17\u0e35\u0e48 \u0639\u0631\u0628\u064a", "a" * 130,
    "school-wijkteam/huisarts_ouders (jeugd)", "it's they'll WE'VE 'tis o'clock", "123 4567 3,14 \u0663\u0664",
    "-- ... !!! \u2026 \u201cquote\u201d \u2018enkel\u2019 \u2013 \u2014", "toestemming van de ouders " * 200,
    "\ud7a3 \u1112\u1161\u11ab \uff21\uff22\uff23 \u3042\u3044", "\u00ad zacht\u00adstreepje \u2028 regel \u0085 eind",
    "d\u2019accord aujourd\u2019hui", "multi woord token", "\u2581 onder\u2581streep",
]


def charsmap(replacements):
    """A precompiled_charsmap of SentencePiece: a double array over UTF-8, then the replacements."""
    blob, values = b"", {}
    for source, target in sorted(replacements.items()):
        values[source.encode()] = len(blob)
        blob += target.encode() + b"\0"
    trie = {}
    for key, value in values.items():
        node = trie
        for byte in key:
            node = node.setdefault(byte, {})
        node["leaf"] = value
    units, taken = {0: 0}, {0}

    def place(node, position):
        labels = [byte for byte in node if byte != "leaf"] + ([0] if "leaf" in node else [])
        base = next(b for b in range(1, 1 << 20) if all(b ^ label not in taken for label in labels))
        taken.update(base ^ label for label in labels)
        units[position] |= (position ^ base) << 10 | (1 << 8 if "leaf" in node else 0)
        if "leaf" in node:
            units[base] = 1 << 31 | node["leaf"]
        for byte in sorted(b for b in node if b != "leaf"):
            units[base ^ byte] = byte
            place(node[byte], base ^ byte)

    place(trie, 0)
    # As large as a byte can reach from any place.
    size = (max(units) | 0xFF) + 257
    return struct.pack("<I", size * 4) + b"".join(struct.pack("<I", units.get(i, 0)) for i in range(size)) + blob


def wordpiece():
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    trainer = trainers.WordPieceTrainer(
        vocab_size=220, special_tokens=["[PAD]", "[UNK]"], limit_alphabet=60, show_progress=False)
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


def cased():
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Replace("z.s.m.", "zo snel mogelijk"),
        normalizers.Strip()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Punctuation(), pre_tokenizers.Digits(individual_digits=True)])
    trainer = trainers.WordPieceTrainer(
        vocab_size=180, special_tokens=["[PAD]", "[UNK]"], limit_alphabet=60, show_progress=False)
    tokenizer.train_from_iterator(CORPUS, trainer)
    tokenizer.add_tokens([AddedToken("multi woord", normalized=True)])
    return tokenizer


def unigram():
    tokenizer = Tokenizer(models.Unigram())
    blob = charsmap({"\u00a0": " ", "\u2460": "1", "\u2461": "2", "\ufb01": "fi", "\u2126": "\u03a9", "\u00ad": "",
                     "\u2003": " ", "\t": " ", "\n": " ", "e\u0301": "\u00e9", "\ufeff": "", "\u2026": "..."})
    tokenizer.normalizer = normalizers.Sequence([
        normalizers.Precompiled(blob), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace()
    trainer = trainers.UnigramTrainer(
        vocab_size=200, special_tokens=["<pad>", "<unk>"], unk_token="<unk>", show_progress=False)
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


def bytepairs():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400, special_tokens=["<|endoftext|>"], show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


def model(tokenizer, seed, dtype=np.float32, **options):
    vectors = np.random.default_rng(seed).normal(size=(tokenizer.get_vocab_size(), 6)).astype(dtype)
    return StaticModel(vectors, tokenizer, config={}, **options)


def main():
    folder = pathlib.Path(sys.argv[1])
    pieces = model(wordpiece(), 1, normalize=True)
    shared = model(wordpiece(), 2)
    shared.weights = np.random.default_rng(3).uniform(0.1, 2, size=len(shared.tokens)).astype(np.float32)
    made = {
        "wordpiece": pieces,
        "cased": model(cased(), 4, dtype=np.float16, max_length=12),
        "unigram": model(unigram(), 5, max_length=None),
        "bytepairs": model(bytepairs(), 6),
        "shared": quantize_model(shared, vocabulary_quantization=20),
    }
    golden = {"texts": TEXTS, "models": {}}
    for name, static in made.items():
        static.save_pretrained(folder / name)
        for extra in ("README.md", "modules.json"):
            (folder / name / extra).unlink(missing_ok=True)
        path = folder / name / "tokenizer.json"
        path.write_text(json.dumps(json.loads(path.read_text()), ensure_ascii=False, separators=(",", ":")))
        loaded = StaticModel.from_pretrained(folder / name)
        vectors = loaded.encode(TEXTS).astype(np.float64)
        golden["models"][name] = [[round(float(x), 6) for x in vector] for vector in vectors]
    (folder / "golden.json").write_text(json.dumps(golden, ensure_ascii=True, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
