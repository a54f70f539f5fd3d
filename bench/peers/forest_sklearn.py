#!/usr/bin/python3
"""Peer: scikit-learn's random forest as others serve it, one thread. Learns from the rows, times predict_proba of all of them, and writes
the forest in LightGBM's text so that ours can score the same trees.

FOLDER holds rows.f32 and labels.f32; scores.f32 and forest.txt are written there. Prints {"seconds": [median of 5, PAIRS times]}.

usage: forest_sklearn.py FOLDER COLUMNS PAIRS
"""
import json, statistics, sys, time

import numpy as np
from sklearn.ensemble import RandomForestClassifier

REPEATS = 5
folder, columns, pairs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rows = np.fromfile(folder + "/rows.f32", np.float32).reshape(-1, columns)
labels = np.fromfile(folder + "/labels.f32", np.float32).astype(int)
forest = RandomForestClassifier(n_estimators=200, max_depth=15, min_samples_split=5, n_jobs=2, random_state=42).fit(rows, labels)
forest.n_jobs = 1


def seconds():
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        forest.predict_proba(rows)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def text(number, tree):
    # Splits keep their order; so do leaves, which a child names by its complement.
    splits = np.flatnonzero(tree.children_left >= 0)
    leaves = np.flatnonzero(tree.children_left < 0)
    place = np.empty(tree.node_count, int)
    place[splits] = np.arange(len(splits))
    place[leaves] = ~np.arange(len(leaves))
    shares = tree.value[leaves, 0, :]
    fields = {
        "num_leaves": [len(leaves)],
        "num_cat": [0],
        "split_feature": tree.feature[splits],
        "split_gain": np.zeros(len(splits), int),
        "threshold": map(repr, tree.threshold[splits].tolist()),
        "decision_type": np.zeros(len(splits), int),
        "left_child": place[tree.children_left[splits]],
        "right_child": place[tree.children_right[splits]],
        "leaf_value": map(repr, (shares[:, 1] / shares.sum(axis=1)).tolist()),
        "leaf_count": tree.n_node_samples[leaves],
        "internal_count": tree.n_node_samples[splits],
    }
    return f"Tree={number}\n" + "".join(f"{key}={' '.join(map(str, values))}\n" for key, values in fields.items()) + "\n"


with open(folder + "/forest.txt", "w") as out:
    out.write(f"tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nmax_feature_idx={columns - 1}\nobjective=regression\naverage_output\n\n")
    for number, estimator in enumerate(forest.estimators_):
        out.write(text(number, estimator.tree_))
    out.write("end of trees\n")
forest.predict_proba(rows)[:, 1].astype(np.float32).tofile(folder + "/scores.f32")
print(json.dumps({"seconds": [seconds() for _ in range(pairs)]}))
