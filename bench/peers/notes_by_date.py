#!/usr/bin/python3
"""Conversations in the order of their outcomes, and what hindsight makes of those after the change.

Writes into FOLDER notes.csv and outcomes.csv (client_id, date, purchased), outcomes by date, every date moved back by a year, because some lie in the
future, which no import takes. Prints one JSON line: how many outcomes come before the change, and for each batch after it the mean label and the mean
log-loss of a logistic regression on the clients' concepts, before and after the change apart, fitted to every outcome but the fifth it answers.

usage: notes_by_date.py concepts.csv labels.csv notes.csv FOLDER CHANGE BATCH
"""
import collections, csv, datetime, json, os, sys
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

concepts, labels, notes, folder, change, batch = sys.argv[1:6] + [int(sys.argv[6])]

def earlier(date):
    return (datetime.date.fromisoformat(date) - datetime.timedelta(days=365)).isoformat()

named = collections.OrderedDict()
for r in csv.DictReader(open(concepts, encoding="utf-8")):
    named.setdefault(r["client_id"], set()).add(r["concept_id"])
written = {r["ID"]: r for r in csv.DictReader(open(notes, encoding="utf-8"))}
rows = sorted((r["date"], i, r) for i, r in enumerate(csv.DictReader(open(labels, encoding="utf-8"))) if r["client_id"] in named and r["client_id"] in written)
rows = [r for _, _, r in rows]
before = sum(written[r["client_id"]]["Date"] < change for r in rows)

with open(os.path.join(folder, "notes.csv"), "w", encoding="utf-8", newline="") as out:
    writer = csv.writer(out)
    writer.writerow(["customer", "date", "language", "text"])
    writer.writerows([r["ID"], earlier(r["Date"]), r["Language"], r["Transcription"]] for r in written.values())
with open(os.path.join(folder, "outcomes.csv"), "w", newline="") as out:
    writer = csv.writer(out)
    writer.writerow(["client_id", "date", "purchased"])
    writer.writerows([r["client_id"], earlier(r["date"]), r["purchased"]] for r in rows)

often = collections.Counter(c for r in rows for c in named[r["client_id"]])
places = {c: i for i, c in enumerate(sorted(c for c, n in often.items() if n >= 5))}
X = np.zeros((len(rows), len(places)))
for i, r in enumerate(rows):
    for c in named[r["client_id"]] & places.keys():
        X[i, places[c]] = 1
y = np.array([float(r["purchased"]) for r in rows])
after = (np.arange(len(rows)) >= before)[:, None]
X = np.hstack([X, X * after, after])
answers = np.zeros(len(rows) - before)
for learn, ask in KFold(5, shuffle=True, random_state=42).split(answers):
    model = LogisticRegression(C=.1, max_iter=1000).fit(np.vstack([X[:before], X[before + learn]]), np.concatenate([y[:before], y[before + learn]]))
    answers[ask] = model.predict_proba(X[before + ask])[:, 1]
truth = y[before:]
loss = -(truth * np.log(answers) + (1 - truth) * np.log(1 - answers))
parts = [slice(i, i + batch) for i in range(0, len(truth), batch)]
print(json.dumps({"before": before, "labels": [truth[p].mean() for p in parts], "losses": [loss[p].mean() for p in parts]}))
