#!/usr/bin/env python3
"""The command line as a script uses it: results on standard output, one sentence on standard error, 0, 1 or 2.

    commands.py PROGRAM
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""


def run(*words, given=b""):
    """Exit status, standard output and standard error of one command."""
    done = subprocess.run([PROGRAM, *words], input=given, capture_output=True, timeout=300)
    return done.returncode, done.stdout, done.stderr.decode()


class Commands(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.sample = cls.path("sample.plumbline")
        cls.works("sample", cls.sample)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def path(cls, name):
        return os.path.join(cls.folder.name, name)

    @classmethod
    def works(cls, *words, given=b""):
        status, out, said = run(*words, given=given)
        if status != 0:
            raise AssertionError(f"{words} ended with {status}: {said}")
        return out

    def fails(self, status, *words):
        """The one sentence of a command that must not work."""
        ended, out, said = run(*words)
        self.assertEqual(ended, status, f"{words}: {said}")
        self.assertEqual(out, b"", "a result although the command failed")
        self.assertTrue(said.startswith("plumbline: ") and said.rstrip().count("\n") == 0, said)
        return said

    def fresh(self, name):
        path = self.path(name)
        self.works("sample", path)
        return path

    def card(self, workspace, symbol, *words):
        return json.loads(self.works("--workspace", workspace, "card", symbol, "--format", "json", *words))

    def test_an_assumption_is_kept_in_the_workspace(self):
        workspace = self.fresh("assume.plumbline")
        self.works("--workspace", workspace, "assume", "AMZN", "margin.aws=20%")
        card = self.card(workspace, "AMZN")
        self.assertAlmostEqual(card["aggregate"]["eps_uplift_percent"], 8.37, delta=0.005)
        self.assertAlmostEqual(card["conviction"]["total"], 66.26, delta=0.005)
        self.assertAlmostEqual(self.card(self.sample, "AMZN")["aggregate"]["eps_uplift_percent"], 10.30, delta=0.005)

    def test_a_global_assumption_reaches_every_company(self):
        workspace = self.fresh("global.plumbline")
        before = json.loads(self.works("--workspace", workspace, "rank", "--format", "json"))
        self.works("--workspace", workspace, "assume", "--global", "tax_rate=25%")
        after = json.loads(self.works("--workspace", workspace, "rank", "--format", "json"))
        uplift = {one["symbol"]: one["eps_uplift_percent"] for one in before}
        moved = [one["symbol"] for one in after if one["eps_uplift_percent"] != uplift[one["symbol"]]]
        self.assertIn("AMZN", moved)
        self.assertGreater(len(moved), 3)

    def test_an_assumption_is_kept_wholly_or_not_at_all(self):
        workspace = self.fresh("wholly.plumbline")
        before = self.works("--workspace", workspace, "check", "--digest")
        self.fails(1, "--workspace", workspace, "assume", "AMZN", "margin.aws=20%", "no_such_thing=3")
        self.fails(1, "--workspace", workspace, "assume", "AMZN", "margin.aws=20%%")
        self.assertEqual(self.works("--workspace", workspace, "check", "--digest"), before)

    def test_a_card_travels_to_an_empty_workspace(self):
        workspace = self.fresh("travel.plumbline")
        self.works("--workspace", workspace, "assume", "AMZN", "margin.aws=20%", "claim.custom_silicon.counted_share=25%")
        self.works("--workspace", workspace, "assume", "AMZN", "--scenario", "bear", "margin.aws=15%")
        for symbol in ("AMZN", "SLVX", "CRSV", "LMNX", "NRTG"):
            card = self.works("--workspace", workspace, "card", symbol, "--format", "json")
            saved, empty = self.path(symbol + ".json"), self.path(symbol + "-only.plumbline")
            with open(saved, "wb") as file:
                file.write(card)
            self.works("--workspace", empty, "import", "card", saved)
            again = self.works("--workspace", empty, "card", symbol, "--format", "json")
            first, second = json.loads(card), json.loads(again)
            for one in (first, second):
                del one["made"]
                del one["conviction"]["rank"]
            self.assertEqual(json.dumps(first), json.dumps(second), symbol)

    def test_the_digest_names_what_is_held(self):
        digest = self.works("--workspace", self.sample, "check", "--digest")
        self.assertEqual(self.works("--workspace", self.fresh("same.plumbline"), "check", "--digest"), digest)
        other = self.fresh("other.plumbline")
        self.works("--workspace", other, "assume", "AMZN", "margin.aws=20%")
        self.assertNotEqual(self.works("--workspace", other, "check", "--digest"), digest)

    def test_the_audit_of_the_sample_finds_no_fault(self):
        lines = json.loads(self.works("--workspace", self.sample, "check", "--format", "json"))
        self.assertGreater(len(lines), 50)

    def test_a_workspace_of_made_up_companies_for_scale(self):
        workspace = self.path("scale.plumbline")
        self.works("sample", workspace, "--companies", "30")
        ranking = json.loads(self.works("--workspace", workspace, "rank", "--format", "json"))
        self.assertEqual(len(ranking), 30)
        self.assertEqual([one["rank"] for one in ranking], list(range(1, 31)))
        with sqlite3.connect(f"file:{workspace}?mode=ro", uri=True) as file:
            tables = [name for (name,) in file.execute(
                "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'sentence_words%'")]
            empty = [name for name in tables if file.execute(f"select count(*) from {name}").fetchone()[0] == 0]
        self.assertEqual(empty, [], "tables without a row")

    def test_a_workspace_that_is_there_is_not_replaced_by_the_sample(self):
        workspace = self.fresh("edited.plumbline")
        self.works("--workspace", workspace, "assume", "AMZN", "margin.aws=20%")
        before = self.works("--workspace", workspace, "check", "--digest")
        self.assertIn("is there already", self.fails(1, "sample", workspace))
        self.assertEqual(self.works("--workspace", workspace, "check", "--digest"), before)

    def test_what_cannot_be_done_is_said_in_one_sentence(self):
        self.assertIn("nowhere", self.fails(1, "--workspace", self.path("nowhere.plumbline"), "rank"))
        self.fails(1, "--workspace", self.sample, "card", "NOSUCH")
        self.fails(2, "--workspace", self.sample, "card")
        self.fails(2, "--workspace", self.sample, "assume", "AMZN")
        self.fails(2, "frobnicate")
        broken = self.path("broken.json")
        with open(broken, "wb") as file:
            file.write(b'{"symbol": "HALF", "cla')
        self.fails(1, "--workspace", self.path("none.plumbline"), "import", "card", broken)
        self.assertFalse(os.path.exists(self.path("none.plumbline")), "an empty workspace was left behind")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main(verbosity=2)
