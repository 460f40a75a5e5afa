#!/usr/bin/env python3
"""A refresh that is killed at any moment goes on where it was, and ends as one that nobody disturbed.

    killed_refresh.py PROGRAM        12 kills; 50 where PLUMBLINE_LONG is set
"""

import os
import random
import subprocess
import tempfile
import time
import unittest

import program
from fmp_service import KEY, Service

COMPANIES = [f"C{number:03}" for number in range(200)]


class KilledRefresh(unittest.TestCase):

    def setUp(self):
        self.service = Service(*COMPANIES)
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.service.close()
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def words(self, workspace):
        return ["--workspace", self.path(workspace), "refresh", *COMPANIES, "--fmp-url", self.service.url(),
                "--calls-per-minute", "1000000"]

    def digest(self, workspace):
        status, out, said = program.run("--workspace", self.path(workspace), "check", "--digest")
        self.assertEqual(status, 0, said)
        return out

    def test_it_ends_as_if_undisturbed(self):
        began = time.monotonic()
        status, out, said = program.run(*self.words("whole.plumbline"), PLUMBLINE_FMP_KEY=KEY)
        lasted = time.monotonic() - began
        self.assertEqual(status, 0, said)
        self.assertEqual(len(out.splitlines()), len(COMPANIES))

        kills = 50 if "PLUMBLINE_LONG" in os.environ else 12
        chance, struck = random.Random(7), 0
        for number in range(kills):
            workspace = f"killed{number % 3}.plumbline"
            with subprocess.Popen([program.PATH, *self.words(workspace)], env={**os.environ, "PLUMBLINE_FMP_KEY": KEY},
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
                try:
                    running.wait(chance.uniform(0.05, lasted * 0.4))
                except subprocess.TimeoutExpired:
                    running.kill()
                    struck += 1
            if os.path.exists(self.path(workspace)):
                status, out, said = program.run("--workspace", self.path(workspace), "check")
                self.assertEqual(status, 0, (said, out))
        self.assertGreater(struck, kills // 2)
        for number in range(min(3, kills)):
            workspace = f"killed{number}.plumbline"
            status, out, said = program.run(*self.words(workspace), PLUMBLINE_FMP_KEY=KEY)
            self.assertEqual(status, 0, said)
            self.assertEqual(self.digest(workspace), self.digest("whole.plumbline"))


if __name__ == "__main__":
    program.main()
