#!/usr/bin/env python3
"""Proves that check_traces.py notices: each kind of tampering with the program's answers must make it fail.

Usage: check_traces_selftest.py PLUMBLINE
"""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def formulas(nodes):
    for node in nodes:
        if "formula" in node and node["value"] is not None:
            yield node
        yield from formulas(node.get("inputs", []))


def leaves(nodes):
    for node in nodes:
        if "leaf" in node and node["value"] is not None:
            yield node
        yield from leaves(node.get("inputs", []))


def wrong_value(nodes):
    node = next(formulas(nodes))
    node["value"] = node["value"] * 1.001 + 1


def wrong_formula(nodes):
    node = next(node for node in formulas(nodes) if node["value"])
    node["formula"] += " + 1"


def wrong_digits(nodes):
    node = next(leaves(nodes))
    node["shown"] = "$1.23B"


def no_source(nodes):
    next(leaves(nodes))["source"] = {}


def lost_trace(nodes):
    del nodes[5]


def wrong_card_number(card):
    card["aggregate"]["eps_uplift_percent"] += 0.01


def silent_null(card):
    card["unknown"].pop(next(path for path in card["unknown"] if path.startswith("options.proxy") or path.startswith("consensus.")))


TAMPERS = {one.__name__: one for one in (wrong_value, wrong_formula, wrong_digits, no_source, lost_trace, wrong_card_number, silent_null)}


def stand_in():
    """Runs the real program and tampers with what it says about one company."""
    tamper, program = os.environ["TAMPER"], os.environ["PLUMBLINE"]
    words = sys.argv[1:]
    answer = subprocess.run([program, *words], check=True, capture_output=True).stdout
    if "AMZN" in words and "trace" in words and tamper in TAMPERS and tamper not in ("wrong_card_number", "silent_null"):
        nodes = json.loads(answer)
        TAMPERS[tamper](nodes)
        answer = json.dumps(nodes).encode()
    if "AMZN" in words and "card" in words and tamper in ("wrong_card_number", "silent_null"):
        card = json.loads(answer)
        TAMPERS[tamper](card)
        answer = json.dumps(card).encode()
    sys.stdout.buffer.write(answer)


def main():
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        program = folder + "/stand-in"
        with open(program, "w", encoding="utf-8") as script:
            script.write(f'#!/bin/sh\nexec "{sys.executable}" "{os.path.abspath(__file__)}" "$@"\n')
        os.chmod(program, 0o755)
        for tamper in ("", *TAMPERS):
            environment = {**os.environ, "TAMPER": tamper, "PLUMBLINE": os.path.abspath(sys.argv[1])}
            status = subprocess.run([sys.executable, HERE + "/check_traces.py", program], env=environment, capture_output=True).returncode
            good = (status != 0) == bool(tamper)
            failures += not good
            print(f"{'ok  ' if good else 'FAIL'} {tamper or 'untouched'}: exit status {status}")
    return 1 if failures else 0


if __name__ == "__main__":
    if "TAMPER" in os.environ:
        stand_in()
    else:
        sys.exit(main())
