"""The program as a script runs it, and a sample workspace to run it on: what the tests of the command line share."""

import os
import subprocess
import sys
import tempfile
import unittest

PATH = ""


def run(*words, given=b"", **environment):
    """Exit status, standard output and standard error of one command, with these variables beside those at hand."""
    done = subprocess.run([PATH, *words], input=given, capture_output=True, timeout=300, env={**os.environ, **environment})
    return done.returncode, done.stdout, done.stderr.decode()


class OnTheSample(unittest.TestCase):
    """A folder that goes with the tests, and the sample workspace in it."""

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


def main():
    """Runs the tests of the script that was started, on the program it was given."""
    global PATH
    PATH = sys.argv.pop(1)
    unittest.main(module="__main__", verbosity=2)
