#!/usr/bin/env python3
"""Writes tokens.tsv: words of Python's re module for the token rule, to compare TokenizedText with.

The expression is the one of the measured topic recipe. Usage: make_tokens_golden.py > Resources/tokens.tsv"""
import re

TOKEN = re.compile(r"[^\W\d_][\w\-+#']*[\w+#]|[^\W\d_]")
TEXTS = [
    "Hoe leg je een naïeve co-ouder uit wat 't kind ziet?",
    "C++ en C# zijn geen F16's; de 18-plusser van 17½ belt 06-12345678.",
    "auto's, foto's' en 'quotes' - los -vast vast- a--b x",
    "ÉÉN Ènergie ÅNGSTRÖM ßtraße Œuvre ĲSSEL ĳs Žižek",
    "mail jan_de-vries@voorbeeld.nl of https://www.voorbeeld.nl/pad?x=1#top",
    "m² en 10m² en H₂O, ½ uur, №5, Ⅳ",
    "Привет мир, γειά σου, 你好世界 🙂 emoji👍aan",
    "don’t kan’t zo’n zo'n z.s.m. o.a. 3e 2de u",
    "regel een\nregel\ttwee\r\nregel\u00a0drie\u2028vier",
    "",
    "'-'",
    "a' b- c_ _d e+ f# +g #h",
]
for text in TEXTS:
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    spans = [(m.group().lower(), m.start(), m.end()) for m in TOKEN.finditer(text)]
    print(escaped + "\t" + " ".join(f"{w}:{a}:{b}" for w, a, b in spans))
