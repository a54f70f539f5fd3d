#!/usr/bin/env python3
"""Finds the concepts of a lexicon in notes as Python programs do.

re:   one alternation of all phrases, longest first, between word boundaries, over lower-case text.
dict: words looked up in a dictionary of phrases, longest first.

Both fold case, let blanks and punctuation between words match each other, take the leftmost longest phrase, and give an alias of several
concepts to the last. Lower-casing, reading and compiling are not timed.

concepts_re.py LEXICON NOTES OUT
Writes note, concept, start, end to OUT and prints {"peer", "seconds", "matches"} for each.
"""
import csv
import json
import re
import sys
import time

csv.field_size_limit(1 << 24)
WORD = re.compile(r"[^\W_]+")


def phrases(path):
    found = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for alias in [row["label"]] + row["aliases"].split("|"):
                words = tuple(WORD.findall(alias.lower()))
                if words:
                    found[words] = row["concept_id"]
    return found


def by_re(table):
    ordered = sorted(table, key=lambda words: len(" ".join(words)), reverse=True)
    alternation = "|".join(r"[\W_]+".join(map(re.escape, words)) for words in ordered)
    pattern = re.compile(rf"(?<![^\W_])(?:{alternation})(?![^\W_])")

    def find(text):
        return [(m.start(), m.end()) for m in pattern.finditer(text)]

    return find


def by_dict(table):
    most = max(map(len, table))

    def find(text):
        words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
        found, i = [], 0
        while i < len(words):
            for n in range(min(most, len(words) - i), 0, -1):
                if tuple(w[0] for w in words[i:i + n]) in table:
                    found.append((words[i][1], words[i + n - 1][2]))
                    i += n
                    break
            else:
                i += 1
        return found

    return find


def main():
    lexicon, notes, out = sys.argv[1:]
    table = phrases(lexicon)
    with open(notes, encoding="utf-8", newline="") as file:
        rows = [(row["ID"], row["Transcription"].lower()) for row in csv.DictReader(file)]
    results = {}
    for name, find in (("re", by_re(table)), ("dict", by_dict(table))):
        began = time.perf_counter()
        found = [(note, text, find(text)) for note, text in rows]
        seconds = time.perf_counter() - began
        results[name] = [(note, table[tuple(WORD.findall(text[s:e]))], s, e) for note, text, spans in found for s, e in spans]
        print(json.dumps({"peer": name, "seconds": seconds, "matches": len(results[name])}))
    if results["re"] != results["dict"]:
        sys.exit("re and dict disagree")
    with open(out, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(results["re"])


main()
