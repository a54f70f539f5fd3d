"""Events over HTTP as a Python team would take them: FastAPI and sqlite3, one commit per request, WAL and synchronous=FULL.

Usage: ingest_fastapi.py DATABASE PORT
"""
import sqlite3
import sys
import time

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel


class Event(BaseModel):
    customer: str
    type: str
    time: int | None = None
    value: float | None = None
    quantity: float | None = None
    session: str | None = None
    product: str | None = None
    id: str | None = None


database = sqlite3.connect(sys.argv[1], isolation_level=None, check_same_thread=False)
database.executescript("""
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON;
CREATE TABLE customers (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
CREATE TABLE event_types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE events (
    id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), type_id INTEGER NOT NULL, event_time INTEGER NOT NULL,
    known_time INTEGER NOT NULL, value REAL, quantity REAL, session TEXT, product TEXT, sender_id TEXT);
CREATE INDEX events_by_customer ON events (customer_id, event_time);
CREATE UNIQUE INDEX events_by_sender_id ON events (sender_id) WHERE sender_id IS NOT NULL;
""")
app = FastAPI()


def number(table: str, column: str, key: str) -> int:
    found = database.execute(f"SELECT id FROM {table} WHERE {column} = ?", (key,)).fetchone()
    return found[0] if found else database.execute(f"INSERT INTO {table} ({column}) VALUES (?)", (key,)).lastrowid


@app.post("/v1/events")
async def record(event: Event):
    now = time.time_ns() // 1000
    database.execute("BEGIN IMMEDIATE")
    added = database.execute(
        "INSERT INTO events (customer_id, type_id, event_time, known_time, value, quantity, session, product, sender_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (number("customers", "key", event.customer), number("event_types", "name", event.type), event.time or now, now,
         event.value, event.quantity, event.session, event.product, event.id)).rowcount
    database.execute("COMMIT")
    return {"recorded": added, "already_known": 1 - added}


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[2]), log_level="warning", access_log=False)
