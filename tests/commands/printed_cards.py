#!/usr/bin/env python3
"""Printed cards as poppler and qpdf read them: whole, searchable, and in agreement with the card as JSON.

    printed_cards.py PROGRAM
"""

import json
import os
import re
import shutil
import subprocess
import sys

import program

def output(*words):
    return subprocess.run(words, check=True, capture_output=True, timeout=300).stdout


def squeezed(text):
    """Without the spaces and lines in which paper sets it."""
    return re.sub(r"\s+", "", text.replace("\u00a0", " "))


class PrintedCards(program.OnTheSample):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.pdf = cls.printed("AMZN")
        cls.card = json.loads(cls.run_on_sample("card", "AMZN", "--format", "json"))
        cls.text = squeezed(output("pdftotext", "-raw", cls.pdf, "-").decode())

    @classmethod
    def run_on_sample(cls, *words):
        return output(program.PATH, "--workspace", cls.sample, *words)

    @classmethod
    def printed(cls, symbol, *words):
        file = cls.path(f"{symbol}{len(os.listdir(cls.folder.name))}.pdf")
        cls.run_on_sample("card", symbol, "--format", "pdf", "--out", file, *words)
        return file

    def stands(self, text):
        self.assertIn(squeezed(text), self.text)

    def test_all_that_was_read_stands_on_paper(self):
        self.assertEqual([len(self.card[part]) for part in ("claims", "quantifications", "quotes", "questions")],
                         [24, 24, 17, 10])
        for claim in self.card["claims"]:
            self.stands(claim["claim"])
            self.stands(claim["figure"])
            self.stands((claim["arithmetic"] or "").replace(" · ", ""))
        for said in self.card["quantifications"]:
            self.stands(said["metric"])
            self.stands(said["figure"])
            self.stands(said["text"])
        for quote in self.card["quotes"]:
            self.stands(f"“{quote['text']}”")
        for question in self.card["questions"]:
            self.stands(question["question"])
            self.stands(question["answer"])
            self.stands(question["analyst"])

    def test_figures_agree_with_the_card_digit_by_digit(self):
        sized = 0
        for claim in self.card["claims"]:
            for name in ("revenue_percent", "eps_percent"):
                if claim.get(name) is not None:
                    self.stands(f"= {claim[name]:.2f} %")
                    sized += 1
        self.assertGreater(sized, 7)
        whole = self.card["aggregate"]
        self.stands(f"EPS uplift {whole['eps_uplift_percent']:.2f} %")
        self.stands(f"Revenue uplift {whole['revenue_uplift_percent']:.2f} %")
        self.stands(f"{whole['eps_uplift_percent']:.2f} % of 21.98 % expected: "
                    f"{whole['share_of_consensus_income_growth_percent']:.2f} %")
        self.stands(f"{self.card['conviction']['total']:.1f} conviction, of 97 measurable")

    def test_facts_of_later_years_are_named_by_their_year(self):
        self.stands("Consensus FY2027 revenue growth 13 %")
        self.stands("Consensus EPS low unknown")

    def test_what_belongs_to_a_claim_stands_on_one_page(self):
        pages = output("pdftotext", "-layout", self.pdf, "-").decode().split("\f")
        begins = [[line for line in page.splitlines() if line.strip()][1] for page in pages if page.strip()]
        self.assertGreater(len(begins), 10)
        for line in begins:
            self.assertNotRegex(line, r"^ *(Figure|Arithmetic|Effect|Counted|Note|Soft because)  ")

    def test_fonts_are_in_the_file(self):
        fonts = output("pdffonts", self.pdf).decode().splitlines()[2:]
        self.assertTrue(any("NotoSans" in font for font in fonts), fonts)
        for font in fonts:
            self.assertRegex(font, r" yes +yes +yes +\d+ +0$", "embedded, subset, with its letters")

    def test_the_file_is_sound_and_has_bookmarks(self):
        output("qpdf", "--check", self.pdf)
        marks = json.loads(output("qpdf", "--json", "--json-key=outlines", self.pdf))["outlines"]
        titles = [mark["title"] for mark in marks]
        for title in ("Claims that are sized", "Quantifications", "Quotes", "Questions", "Sources"):
            self.assertIn(title, titles)
        places = [mark["destpageposfrom1"] for mark in marks]
        self.assertEqual(places, sorted(places))
        properties = output("pdfinfo", self.pdf).decode()
        self.assertIn("Title:           AMZN · Amazon.com, Inc.", properties)
        self.assertIn("595 x 842 pts (A4)", properties)
        self.assertIn("612 x 792 pts (letter)", output("pdfinfo", self.printed("AMZN", "--page", "letter")).decode())

    def test_the_same_workspace_gives_the_same_bytes(self):
        with open(self.pdf, "rb") as first:
            bytes_of_first = first.read()
        for _ in range(3):
            with open(self.printed("AMZN"), "rb") as again:
                self.assertEqual(again.read(), bytes_of_first)
        with open(self.printed("AMZN", "--set", "margin.aws=20%"), "rb") as other:
            self.assertNotEqual(other.read(), bytes_of_first)

    def test_a_setting_is_printed_with_what_it_changes(self):
        text = squeezed(output("pdftotext", "-raw", self.printed("AMZN", "--set", "margin.aws=20%"), "-").decode())
        self.assertIn(squeezed("--set margin.aws=20%"), text)
        self.assertIn(squeezed("20 % AWS AI incremental net margin"), text)

    def test_several_cards_go_into_a_folder(self):
        some = self.path("some")
        self.run_on_sample("card", "AMZN", "vrdt", "--format", "pdf", "--out", some)
        self.assertEqual(sorted(os.listdir(some)), ["AMZN.pdf", "VRDT.pdf"])
        with open(os.path.join(some, "AMZN.pdf"), "rb") as one, open(self.pdf, "rb") as alone:
            self.assertEqual(one.read(), alone.read())
        self.run_on_sample("card", "lmnx", "--format", "pdf", "--out", some, "--set", "tax_rate=20%")
        self.assertIn("LMNX.pdf", os.listdir(some))
        everybody = self.path("everybody")
        self.run_on_sample("card", "--all", "--format", "pdf", "--out", everybody)
        self.assertEqual(len(os.listdir(everybody)), 9)
        for file in os.listdir(everybody):
            output("qpdf", "--check", os.path.join(everybody, file))

    def test_hostile_text_gives_a_sound_file(self):
        card = json.loads(self.run_on_sample("card", "VRDT", "--format", "json"))
        card["name"] = "<b>Veri</b> \u202eatad\u202c & \U0001f680 \u0645\u0631\u062d\u0628\u0627 (\\"
        card["quotes"][0]["text"] = "=1+1 \\) endobj stream %%EOF"
        card["questions"][0]["question"] = "word " * 2_000_000
        card["claims"][0]["claim"] = "W" * 30_000
        hostile, workspace, pdf = self.path("hostile.json"), self.path("hostile.plumbline"), self.path("hostile.pdf")
        with open(hostile, "w", encoding="utf-8") as file:
            json.dump(card, file)
        output(program.PATH, "--workspace", workspace, "import", "card", hostile)
        output(program.PATH, "--workspace", workspace, "card", "VRDT", "--format", "pdf", "--out", pdf)
        output("qpdf", "--check", pdf)
        text = squeezed(output("pdftotext", "-raw", pdf, "-").decode())
        self.assertIn(squeezed("“=1+1 \\) endobj stream %%EOF”"), text)
        self.assertIn("<b>Veri</b>", text)
        self.assertIn(squeezed("… (cut: "), text)
        self.assertLess(os.path.getsize(pdf), 1_000_000)

    def test_what_cannot_be_printed_is_said(self):
        for status, said, words in ((1, "NOSUCH", ("NOSUCH", "--out", self.path("none.pdf"))),
                                    (1, "NOSUCH", ("AMZN", "NOSUCH", "--out", self.path("half"))),
                                    (2, "a4 or letter", ("AMZN", "--page", "a3")),
                                    (2, "--out", ("AMZN", "VRDT")),
                                    (2, "symbols", ())):
            done = subprocess.run([program.PATH, "--workspace", self.sample, "card", *words, "--format", "pdf"],
                                  capture_output=True, timeout=300)
            self.assertEqual(done.returncode, status, done.stderr)
            self.assertIn(said, done.stderr.decode())
        self.assertFalse(os.path.exists(self.path("none.pdf")))


if __name__ == "__main__":
    missing = [tool for tool in ("pdftotext", "pdffonts", "pdfinfo", "qpdf") if shutil.which(tool) is None]
    if missing:
        print(f"not run: {', '.join(missing)} missing")
        sys.exit(77)
    program.main()
