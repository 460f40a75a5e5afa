#!/usr/bin/env python3
"""Follows every number of every card to its leaves and computes it again, sharing no code with the program.

Usage: check_traces.py PLUMBLINE [WORKSPACE]

For each company of the workspace (without one, a sample made for the occasion): every number in the card's JSON must have
a trace under its path; each node must follow from its inputs by its formula; leaves must be a sentence, a field with
its source, or a named assumption; the digits shown must be the value rounded to them; and the JSON number must be the
traced value, times 100 where the path ends in _percent or the unit is percent.
"""

import json
import math
import re
import subprocess
import sys
import tempfile

TOKEN = re.compile(r"""\s*(?:
    (?P<literal>(?:[$€£¥]|[A-Z]{3}\ ?)?\d+(?:\.\d+)?[KMBT]?(?:%|bps\b)?(?:[/ ](?:share|item|h)\b)?)
  | (?P<name>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)
  | (?P<sign><=|>=|<>|[-+*/^(),<>=])
)""", re.VERBOSE)
MAGNITUDE = {"K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}


class Unknown(Exception):
    """The formula has no value."""


def literal(text):
    found = re.search(r"(\d+(?:\.\d+)?)([KMBT])?(%|bps)?", text)
    value = float(found[1]) * MAGNITUDE.get(found[2], 1)
    return value / {"%": 100, "bps": 10000}.get(found[3], 1)


def tokens(text):
    at, out = 0, []
    while text[at:].strip():
        found = TOKEN.match(text, at)
        if not found:
            raise ValueError(f"cannot read {text[at:at + 20]!r}")
        at = found.end()
        out.append((found.lastgroup, found[found.lastgroup]))
    return out + [("end", "")]


class Formula:
    """A small evaluator of the formula language, written from its grammar."""

    def __init__(self, text, names):
        self.tokens, self.at, self.names = tokens(text), 0, names

    def value(self):
        result = self.sum()
        if self.tokens[self.at][0] != "end":
            raise ValueError(f"unexpected {self.tokens[self.at]}")
        return result()

    # Each level returns a function, so that `if` can leave the other branch alone.
    def accept(self, *signs):
        kind, text = self.tokens[self.at]
        if kind == "sign" and text in signs:
            self.at += 1
            return text
        return None

    def expect(self, sign):
        if not self.accept(sign):
            raise ValueError(f"expected {sign}, found {self.tokens[self.at]}")

    def sum(self):
        left = self.product()
        while sign := self.accept("+", "-"):
            left = binary(sign, left, self.product())
        return left

    def product(self):
        left = self.sign()
        while sign := self.accept("*", "/"):
            left = binary(sign, left, self.sign())
        return left

    def sign(self):
        if self.accept("-"):
            inner = self.sign()
            return lambda: -inner()
        base = self.atom()
        if self.accept("^"):
            return binary("^", base, self.sign())
        return base

    def comparison(self):
        left = self.sum()
        sign = self.accept("<", "<=", ">", ">=", "=", "<>")
        return binary(sign, left, self.sum())

    def atom(self):
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "literal":
            return lambda: literal(text)
        if kind == "name" and self.accept("("):
            return self.call(text)
        if kind == "name":
            return lambda: self.named(text)
        if text != "(":
            raise ValueError(f"unexpected {text!r}")
        inner = self.sum()
        self.expect(")")
        return inner

    def named(self, name):
        if name not in self.names:
            raise ValueError(f"{name} is no input")
        if self.names[name] is None:
            raise Unknown(name)
        return self.names[name]

    def call(self, name):
        arguments = [self.comparison() if name == "if" else self.sum()]
        while self.accept(","):
            arguments.append(self.sum())
        self.expect(")")
        if name == "if":
            return lambda: arguments[1]() if arguments[0]() else arguments[2]()
        return lambda: FUNCTIONS[name](*[argument() for argument in arguments])


def binary(sign, left, right):
    operations = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": divide, "^": lambda a, b: a ** b,
                  "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
                  "=": lambda a, b: a == b, "<>": lambda a, b: a != b}
    return lambda: operations[sign](left(), right())


def divide(a, b):
    if b == 0:
        raise Unknown("division by zero")
    return a / b


def of_positive(part, whole):
    if whole <= 0:
        raise Unknown("not meaningful")
    return part / whole


FUNCTIONS = {"min": min, "max": max, "clamp": lambda x, low, high: min(max(x, low), high), "ln": math.log, "log10": math.log10, "abs": abs,
             "percent_of": of_positive, "growth": lambda start, end: of_positive(end, start) - 1}


def close(a, b, relative=1e-9):
    return abs(a - b) <= relative * max(abs(a), abs(b), 1e-12)


def shown_number(text):
    """The number a shown text stands for, and half a unit of its last digit."""
    found = re.search(r"(−|-)?[^\d]*?(\d[\d,]*)(?:\.(\d+))?([KMB])?", text)
    digits = found[3] or ""
    scale = MAGNITUDE.get(found[4], 1)
    scale *= 0.01 if ("%" in text or "points" in text) else 0.0001 if "bps" in text else 1
    value = float(found[2].replace(",", "") + ("." + digits if digits else ""))
    negative = text.lstrip().startswith(("−", "-"))
    return (-value if negative else value) * scale, 0.5 * 10 ** -len(digits) * scale


class Checker:
    def __init__(self):
        self.nodes, self.problems = 0, []

    def problem(self, where, what):
        self.problems.append(f"{where}: {what}")

    def node(self, node, where):
        """Computes a node from its leaves; returns its value or None where it is unknown."""
        self.nodes += 1
        path, stated = node["path"], node["value"]
        if "formula" not in node:
            self.leaf(node, where)
            return stated
        names = {one["path"]: self.node(one, where) for one in node["inputs"]}
        if stated is None:
            if not node.get("unknown"):
                self.problem(where, f"{path} is unknown without a reason")
            return None
        try:
            computed = float(Formula(node["formula"], names).value())
        except (ValueError, Unknown, OverflowError, TypeError) as error:
            self.problem(where, f"{path}: {node['formula']!r} cannot be computed: {error}")
            return stated
        if not close(computed, stated):
            self.problem(where, f"{path} says {stated}, its formula gives {computed}")
        self.digits(node, computed, where)
        return computed

    def leaf(self, node, where):
        kind, source = node.get("leaf"), node.get("source") or {}
        complete = {"sentence": source.get("text") and source.get("call"), "field": source.get("provider"),
                    "assumption": source.get("author") and source.get("scope")}.get(kind)
        if node["value"] is None:
            if not node.get("unknown"):
                self.problem(where, f"leaf {node['path']} is unknown without a reason")
        elif not complete:
            self.problem(where, f"leaf {node['path']} ({kind}) does not say where it comes from: {source}")
        else:
            self.digits(node, node["value"], where)

    def digits(self, node, value, where):
        shown, half = shown_number(node["shown"])
        if abs(shown - value) > half * 1.0001 + 1e-12 * abs(value):
            self.problem(where, f"{node['path']} shows {node['shown']!r} for {value}")


def numbers_in(json_value, path=""):
    """Every number of a card's JSON with its path, as the command line's documentation names paths."""
    if isinstance(json_value, bool) or json_value is None or isinstance(json_value, str):
        return
    if isinstance(json_value, (int, float)):
        yield path, float(json_value)
    elif isinstance(json_value, dict):
        for key, inner in json_value.items():
            yield from numbers_in(inner, f"{path}.{key}" if path else key)
    else:
        singular = {"claims": "claim", "assumptions": "assumption"}.get(path, path)
        for index, inner in enumerate(json_value):
            member = inner.get("id", inner.get("name")) if isinstance(inner, dict) and path in ("claims", "assumptions") else index
            yield from numbers_in(inner, f"{singular}.{member}")


def factor_of(path, card):
    if path.endswith("_percent") or path.endswith("_pp"):
        return 100
    if path.startswith("assumption."):
        name = re.sub(r"\.(value|low|high)$", "", path[len("assumption."):])
        unit = next(one["unit"] for one in card["assumptions"] if one["name"] == name)
    elif found := re.match(r"claim\.([a-z0-9_]+)\.figures\.(\d+)\.", path):
        unit = next(one for one in card["claims"] if one["id"] == found[1])["figures"][int(found[2])]["unit"]
    elif found := re.match(r"quantifications\.(\d+)\.value\.", path):
        unit = card["quantifications"][int(found[1])]["unit"]
    else:
        return 1
    return {"percent": 100, "points": 100, "bps": 10000}.get(unit, 1)


def check_company(run, symbol):
    checker = Checker()
    card = json.loads(run("card", symbol, "--format", "json"))
    traces = {node["path"]: node for node in json.loads(run("trace", symbol, "--all"))}
    values = {path: checker.node(node, path) for path, node in traces.items()}
    count = 0
    for path, number in numbers_in(card):
        count += 1
        if path not in traces:
            checker.problem(path, f"{number} has no trace")
        elif values[path] is None or not close(values[path] * factor_of(path, card), number):
            checker.problem(path, f"the card says {number}, the trace {values[path]}")
    unknown = set(card["unknown"])
    for path, node in traces.items():
        if node["value"] is None and path not in unknown:
            checker.problem(path, "is null on the card without a reason")
    return checker, count


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        workspace = sys.argv[2] if len(sys.argv) > 2 else folder + "/sample.plumbline"
        if len(sys.argv) <= 2:
            subprocess.run([program, "sample", workspace], check=True)

        def run(*words):
            return subprocess.run([program, "--workspace", workspace, *words], check=True, capture_output=True).stdout

        failed = total = 0
        for company in json.loads(run("rank", "--format", "json")):
            checker, count = check_company(run, company["symbol"])
            total += count
            print(f"{company['symbol']}: {count} numbers, {checker.nodes} nodes, {len(checker.problems)} problems")
            for problem in checker.problems[:20]:
                print("  ", problem)
            failed += len(checker.problems)
    print(f"{total} numbers followed to their leaves, {failed} problems")
    return 1 if failed or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
