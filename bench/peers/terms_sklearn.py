#!/usr/bin/python3
"""Peer: scikit-learn's TfidfVectorizer, on one thread as it always is.

weights   prints one JSON object per recipe: terms, idf, and a row [indices, values] per text
seconds   prints one JSON object per recipe: seconds of fit_transform, of transform, and of transform per single text (medians)
TEXTS is a JSON array of strings, RECIPE our options as JSON.

usage: terms_sklearn.py weights|seconds TEXTS RECIPE...
"""
import json, statistics, sys, time

from sklearn.feature_extraction.text import TfidfVectorizer

REPEATS = 5
SINGLES = 500


def keywords(recipe):
    given = json.loads(recipe)
    bound = lambda b: b["documents"] if b["documents"] is not None else float(b["share"])
    return dict(
        ngram_range=(given["shortest_gram"], given["longest_gram"]),
        min_df=bound(given["least_documents"]),
        max_df=bound(given["most_documents"]),
        max_features=given["most_terms"],
        sublinear_tf=given["sublinear"],
        smooth_idf=given["smooth_idf"],
        norm="l2" if given["unit_length"] else None,
        lowercase=given["lowercase"],
    )


def weights(texts, recipe):
    vectorizer = TfidfVectorizer(**recipe)
    rows = vectorizer.fit_transform(texts).tocsr()
    rows.sort_indices()
    ends = rows.indptr
    return {
        "terms": list(map(str, vectorizer.get_feature_names_out())),
        "idf": vectorizer.idf_.tolist(),
        "rows": [[rows.indices[a:b].tolist(), rows.data[a:b].tolist()] for a, b in zip(ends, ends[1:])],
    }


def timed(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def seconds(texts, recipe):
    vectorizer = TfidfVectorizer(**recipe)
    vectorizer.fit(texts)
    return {
        "fit_transform": statistics.median(timed(lambda: TfidfVectorizer(**recipe).fit_transform(texts)) for _ in range(REPEATS)),
        "transform": statistics.median(timed(lambda: vectorizer.transform(texts)) for _ in range(REPEATS)),
        "one": statistics.median(timed(lambda: vectorizer.transform([text])) for text in texts[:SINGLES]),
    }


def main():
    what = {"weights": weights, "seconds": seconds}[sys.argv[1]]
    texts = json.load(open(sys.argv[2], encoding="utf-8"))
    for recipe in sys.argv[3:]:
        print(json.dumps(what(texts, keywords(recipe))))


main()
