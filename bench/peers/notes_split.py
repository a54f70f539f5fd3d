#!/usr/bin/python3
"""The rows of the tiers' recipe: for each target four fifths to learn from and one to answer, split as ../shared/peers/seed_tiers.py does.

Writes into FOLDER notes.csv, and for each target learn_TARGET.csv (client_id, date, TARGET) and ask_TARGET.csv (customer, truth). Every date is
moved back by a year, because some lie in the future, which no import takes.

usage: notes_split.py concepts.csv labels.csv notes.csv FOLDER
"""
import csv, datetime, os, sys
import numpy as np
from sklearn.model_selection import train_test_split

concepts, labels, notes, folder = sys.argv[1:5]

def earlier(date):
    return (datetime.date.fromisoformat(date) - datetime.timedelta(days=365)).isoformat()

noted = dict.fromkeys(r["client_id"] for r in csv.DictReader(open(concepts, encoding="utf-8")))
truth = {r["client_id"]: r for r in csv.DictReader(open(labels, encoding="utf-8"))}
clients = [c for c in noted if c in truth]

with open(os.path.join(folder, "notes.csv"), "w", encoding="utf-8", newline="") as out:
    writer = csv.writer(out)
    writer.writerow(["customer", "date", "language", "text"])
    for r in csv.DictReader(open(notes, encoding="utf-8")):
        writer.writerow([r["ID"], earlier(r["Date"]), r["Language"], r["Transcription"]])

for target, classify in (("purchased", True), ("churned", True), ("lifetime_value", False)):
    y = np.array([float(truth[c][target]) for c in clients])
    learn, ask = train_test_split(np.arange(len(clients)), test_size=.2, random_state=42, stratify=y if classify else None)
    with open(os.path.join(folder, f"learn_{target}.csv"), "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["client_id", "date", target])
        writer.writerows([clients[i], earlier(truth[clients[i]]["date"]), truth[clients[i]][target]] for i in learn)
    with open(os.path.join(folder, f"ask_{target}.csv"), "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["customer", "truth"])
        writer.writerows([clients[i], truth[clients[i]][target]] for i in ask)
