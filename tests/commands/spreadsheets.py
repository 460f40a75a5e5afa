"""Cards as spreadsheets: what LibreOffice computes from them is what the program computes, also after inputs are changed
in the sheet. Ends with 77 (skipped) where LibreOffice is missing."""

import json
import math
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml
import zipfile

import program

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SHEETS = ["Card", "Claims", "Assumptions", "Consensus", "Quotes", "Questions", "Sources", "Workings"]
UNITS = {"percent": 100, "points": 100, "bps": 10000}
ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def name_of(figure):
    return re.sub("[^A-Za-z0-9]", "_", figure)


class Book:
    """A spreadsheet as its XML says, without a library that might be as wrong as ours."""

    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as file:
            self.parts = {info.filename: file.read(info) for info in file.infolist()}
        strings = self.parts.get("xl/sharedStrings.xml")
        self.strings = [] if strings is None else [
            "".join(text.text or "" for text in one.iter(MAIN + "t")) for one in xml.fromstring(strings)]
        links = {one.get("Id"): one.get("Target") for one in xml.fromstring(self.parts["xl/_rels/workbook.xml.rels"])}
        book = xml.fromstring(self.parts["xl/workbook.xml"])
        self.files = {one.get("name"): "xl/" + links[one.get(LINK)].removeprefix("/xl/")
                      for one in book.iter(MAIN + "sheet")}
        self.cells = {sheet: {cell.get("r"): cell for cell in xml.fromstring(self.parts[file]).iter(MAIN + "c")}
                      for sheet, file in self.files.items()}
        self.names = {}
        for one in book.iter(MAIN + "definedName"):
            if not one.get("name").startswith("_xlnm"):
                sheet, place = one.text.replace("'", "").replace("$", "").rsplit("!", 1)
                self.names[one.get("name")] = (sheet, place)

    def value(self, sheet, place):
        """A number, a text, or None for what is not known."""
        cell = self.cells[sheet].get(place)
        shown = None if cell is None else cell.find(MAIN + "v")
        if shown is None:
            return None
        if cell.get("t") == "s":
            return self.strings[int(shown.text)]
        if cell.get("t") in ("str", "e"):
            return None if shown.text == "#N/A" else shown.text
        return float(shown.text)

    def named(self, figure):
        return self.value(*self.names[name_of(figure)])

    def formula(self, figure):
        sheet, place = self.names[name_of(figure)]
        formula = self.cells[sheet][place].find(MAIN + "f")
        return None if formula is None else formula.text

    def texts(self, sheet):
        return [value for value in (self.value(sheet, place) for place in self.cells[sheet]) if isinstance(value, str)]

    def changed(self, path, inputs):
        """The same book with other numbers in some cells, typed over what was there; what the others show stays."""
        parts = dict(self.parts)
        for figure, number in inputs.items():
            sheet, place = self.names[name_of(figure)]
            before = parts[self.files[sheet]]
            parts[self.files[sheet]] = re.sub(rb'(<c r="%s"[^>]*>)(?:<f>[^<]*</f>)?<v>[^<]*' % place.encode(),
                                              rb"\g<1><v>" + repr(number).encode(), before)
            assert parts[self.files[sheet]] != before, figure
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for part, content in parts.items():
                file.writestr(part, content)
        return path


def figures_of(card):
    """Every number of the card's JSON that the arithmetic gives, by the figure's name; None where it is not known."""
    figures = {}

    def add(prefix, part, keys):
        for key in keys:
            if key in part:
                value = part[key]
                figures[f"{prefix}.{key}"] = value / 100 if value is not None and key.endswith("_percent") else value

    add("aggregate", card["aggregate"], ["revenue_effect", "income_effect", "revenue_uplift_percent", "eps_uplift_percent",
                                         "share_of_consensus_revenue_growth_percent",
                                         "share_of_consensus_income_growth_percent", "drag_percent", "net_eps_percent"])
    figures["confidence"] = card["aggregate"]["confidence"]
    for year, prefix in [(card["consensus"], "consensus")] + [
            (year, f"consensus.later_years.{i}") for i, year in enumerate(card["consensus"]["later_years"])]:
        add(prefix, year, ["revenue", "revenue_low", "revenue_high", "revenue_growth_percent", "net_income",
                           "net_income_growth_percent", "eps", "eps_low", "eps_high", "eps_growth_percent", "analysts"])
    add("base", card["base"], ["revenue", "net_income", "net_margin_percent", "diluted_eps", "shares"])
    figures["market_cap"] = card["market_cap"]
    for one in card["assumptions"]:
        factor = UNITS.get(one["unit"], 1)
        for key, end in (("value", ""), ("low", ".low"), ("high", ".high")):
            figures[one["name"] + end] = None if one[key] is None else one[key] / factor
    for claim in card["claims"]:
        scope = f"claim.{claim['id']}"
        add(scope, claim, ["revenue_effect", "income_effect", "revenue_percent", "eps_percent"])
        figures[f"{scope}.counted_share"] = claim["counted_share_percent"] / 100
        for one in claim["figures"]:
            figures[f"{scope}.{one['name']}"] = one["value"] / UNITS.get(one["unit"], 1)
    for part in ("total", "measurable"):
        figures[f"conviction.{part}"] = card["conviction"][part]
    for name, component in card["conviction"]["components"].items():
        figures[f"conviction.{name}"] = component["points"]
        figures[f"conviction.{name}.max"] = component["max"]
        figures[f"conviction.{name}.measurable"] = component["measurable"]
    return figures


class Spreadsheets(program.OnTheSample):
    @classmethod
    def exported(cls, symbol, *words, workspace=None):
        file = cls.path(f"{symbol}{len(os.listdir(cls.folder.name))}.xlsx")
        cls.works("--workspace", workspace or cls.sample, "card", symbol, "--format", "xlsx", "--out", file, *words)
        return Book(file)

    @classmethod
    def card(cls, symbol, *words, workspace=None):
        return json.loads(cls.works("--workspace", workspace or cls.sample, "card", symbol, "--format", "json", *words))

    @classmethod
    def computed(cls, *paths):
        """The books as LibreOffice computes them anew, whatever results stand in them."""
        profile, out = cls.path("profile"), cls.path(f"computed{len(os.listdir(cls.folder.name))}")
        os.makedirs(os.path.join(profile, "user"), exist_ok=True)
        settings = os.path.join(profile, "user", "registrymodifications.xcu")
        if not os.path.exists(settings):
            with open(settings, "w", encoding="utf-8") as file:
                file.write(ALWAYS_COMPUTE)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                        "--outdir", out, *paths], check=True, capture_output=True, timeout=550)
        return [Book(os.path.join(out, os.path.basename(path))) for path in paths]

    def agrees(self, book, card):
        figures = figures_of(card)
        known = 0
        for figure, value in figures.items():
            with self.subTest(symbol=card["symbol"], figure=figure):
                shown = book.named(figure)
                if value is None or shown is None:
                    self.assertEqual(shown, value)
                else:
                    self.assertTrue(math.isclose(shown, value, rel_tol=1e-9, abs_tol=1e-12), f"{shown} for {value}")
                    known += 1
        return known

    def test_what_it_shows_and_what_is_computed_from_it_is_what_the_program_says(self):
        symbols = sorted(row["symbol"] for row in json.loads(
            self.works("--workspace", self.sample, "rank", "--format", "json")))
        self.assertEqual(len(symbols), 9)
        books = {symbol: self.exported(symbol) for symbol in symbols}
        cards = {symbol: self.card(symbol) for symbol in symbols}
        made_up = self.path("made-up.plumbline")
        self.works("sample", made_up, "--companies", "3")
        for row in json.loads(self.works("--workspace", made_up, "rank", "--format", "json")):
            cards[row["symbol"]] = self.card(row["symbol"], workspace=made_up)
            books[row["symbol"]] = self.exported(row["symbol"], workspace=made_up)
        self.assertEqual(len(books), 12)
        for symbol, anew in zip(books, self.computed(*(book.path for book in books.values()))):
            self.assertGreater(self.agrees(books[symbol], cards[symbol]), 40)
            self.assertGreater(self.agrees(anew, cards[symbol]), 40)
            for name in books[symbol].names:
                before, after = books[symbol].named(name), anew.named(name)
                same = before == after or math.isclose(before, after, rel_tol=1e-9, abs_tol=1e-12)
                self.assertTrue(same, f"{symbol} {name}: {before} shown, {after} computed")

    def test_inputs_changed_in_the_sheet_change_the_card_as_in_the_program(self):
        book, asked = self.exported("AMZN"), {}
        for case, inputs in {"margin": {"margin.aws": 0.2}, "share": {"claim.ai_run_rate.counted_share": 0.5},
                             "tax": {"tax_rate": 0.3},
                             "all": {"margin.aws": 0.31, "claim.custom_silicon.counted_share": 0.25, "tax_rate": 0.11}}.items():
            words = [word for name, value in inputs.items() for word in ("--set", f"{name}={value * 100:g}%")]
            asked[book.changed(self.path(case + ".xlsx"), inputs)] = self.card("AMZN", *words)
        uplifts = {self.card("AMZN")["aggregate"]["eps_uplift_percent"]}
        for anew, card in zip(self.computed(*asked), asked.values()):
            self.assertGreater(self.agrees(anew, card), 150)
            uplifts.add(card["aggregate"]["eps_uplift_percent"])
        self.assertEqual(len(uplifts), 5, "each change changes the uplift")

    def test_its_sheets_and_the_formulas_on_them(self):
        book, card = self.exported("AMZN"), self.card("AMZN")
        self.assertEqual(list(book.files), SHEETS)
        self.assertEqual(book.names["tax_rate"][0], "Assumptions")
        self.assertIsNone(book.formula("tax_rate"))
        for claim in card["claims"]:
            self.assertEqual(book.names[name_of(f"claim.{claim['id']}.counted_share")][0], "Claims")
            for effect in ("revenue_effect", "income_effect", "revenue_percent", "eps_percent"):
                if claim[effect] is not None:
                    self.assertRegex(book.formula(f"claim.{claim['id']}.{effect}"), "[a-z]_", "over named cells")
        for total in ("conviction.total", "conviction.impact", "aggregate.eps_uplift_percent"):
            self.assertEqual(book.names[name_of(total)][0], "Card")
            self.assertIn("_", book.formula(total))
        for sheet, words in (("Quotes", [one["text"] for one in card["quotes"]]),
                             ("Questions", [one["answer"] for one in card["questions"]]),
                             ("Claims", [one["claim"] for one in card["claims"]])):
            for word in words:
                self.assertIn(word, book.texts(sheet))

    def test_the_same_workspace_gives_the_same_bytes(self):
        one, other = self.exported("AMZN"), self.exported("AMZN")
        with open(one.path, "rb") as first, open(other.path, "rb") as second:
            self.assertEqual(first.read(), second.read())
        self.assertNotEqual(one.parts, self.exported("AMZN", "--set", "tax_rate=30%").parts)

    def test_several_cards_go_into_a_folder(self):
        folder = self.path("folder")
        self.works("--workspace", self.sample, "card", "AMZN", "vrdt", "--format", "xlsx", "--out", folder)
        self.assertEqual(sorted(os.listdir(folder)), ["AMZN.xlsx", "VRDT.xlsx"])

    def test_hostile_text_stays_text(self):
        card = self.card("VRDT")
        hostile = ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", '=HYPERLINK("http://x")', "_x0041_ & <b>",
                   "\U0001f680 \u0645\u0631\u062d\u0628\u0627"]
        card["name"] = "\u202eeman\u202c \x07 ]]>"
        card["questions"][0]["question"] = "word " * 2_000_000
        card["quotes"] = [dict(card["quotes"][0], text=words) for words in hostile]
        given, workspace = self.path("hostile.json"), self.path("hostile.plumbline")
        with open(given, "w", encoding="utf-8") as file:
            json.dump(card, file)
        self.works("--workspace", workspace, "import", "card", given)
        book = self.exported("VRDT", workspace=workspace)
        for one in (book, self.computed(book.path)[0]):
            texts = one.texts("Quotes")
            for words in hostile:
                self.assertTrue(words in texts or words.replace("_x0041_", "_x005F_x0041_") in texts, words)
            self.assertEqual([cell for cell in one.cells["Quotes"].values()
                              if cell.find(MAIN + "f") is not None and cell.find(MAIN + "v") is None], [])
            self.assertTrue(any("(cut: " in words and len(words) < 32_768 for words in one.texts("Questions")))
            self.assertTrue(any("\ufffdeman\ufffd" in words for words in one.texts("Card")))
        self.assertEqual([place for place in book.cells["Quotes"] if place.startswith("A")
                          and book.cells["Quotes"][place].find(MAIN + "f") is not None], [])
        self.assertLess(os.path.getsize(book.path), 1_000_000)


if __name__ == "__main__":
    if shutil.which("soffice") is None:
        print("skipped: soffice (libreoffice-calc-nogui) is missing")
        sys.exit(77)
    program.main()
