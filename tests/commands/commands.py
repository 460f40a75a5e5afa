#!/usr/bin/env python3
"""The command line as a script uses it: results on standard output, one sentence on standard error, 0, 1 or 2.

    commands.py PROGRAM
"""

import csv
import html.parser
import io
import json
import os
import pathlib
import sqlite3
import subprocess

import program


class Page(html.parser.HTMLParser):
    """What a browser makes of a page: its tags, and the text a reader sees."""

    VOID = {"meta", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.text = [], set(), ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            raise AssertionError(f"</{tag}> closes nothing")

    def handle_data(self, data):
        self.text += data


class Commands(program.OnTheSample):
    def fails(self, status, *words):
        """The one sentence of a command that must not work."""
        ended, out, said = program.run(*words)
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

    def hostile(self, text):
        """A workspace whose company has this text for a name, a claim and a quote."""
        card = self.card(self.sample, "CRSV")
        card["name"] = text
        card["claims"][0]["claim"] = text
        card["quotes"][0]["text"] = text
        path = self.path("hostile.json")
        pathlib.Path(path).write_text(json.dumps(card))
        workspace = self.path(f"hostile{len(os.listdir(self.folder.name))}.plumbline")
        self.works("--workspace", workspace, "import", "card", path)
        return workspace

    def test_a_card_as_a_page_for_a_browser(self):
        text = '<script>alert(1)</script> & "quoted" \u202etxet\u202c \U0001f680 \u05e9\u05dc\u05d5\u05dd'
        page = self.works("--workspace", self.hostile(text), "card", "CRSV", "--format", "html").decode()
        seen = Page()
        seen.feed(page)
        seen.close()
        self.assertEqual(seen.open, [], "tags that are not closed")
        self.assertNotIn("script", seen.tags)
        self.assertTrue(seen.text.count("<script>alert(1)</script> &") >= 3)
        self.assertNotIn("\u202e", page)
        self.assertIn("\U0001f680", seen.text)
        again = self.works("--workspace", self.sample, "card", "AMZN", "--format", "html")
        self.assertEqual(again, self.works("--workspace", self.sample, "card", "AMZN", "--format", "html"))
        page = Page()
        page.feed(again.decode())
        quotes = self.card(self.sample, "AMZN")["quotes"]
        self.assertEqual(len(quotes), 17)
        lost = [one["text"] for one in quotes if one["text"] not in page.text]
        self.assertEqual(lost, [])

    def test_a_card_as_markdown(self):
        text = "=1+1 *bold* [link](http://x) | cell <b> `code`"
        page = self.works("--workspace", self.hostile(text), "card", "CRSV", "--format", "md").decode()
        self.assertTrue(page.startswith("# CRSV"))
        self.assertIn("=1+1 \\*bold\\* \\[link\\](http://x) \\| cell \\<b\\> \\`code\\`", page)
        self.assertIn("\n## CLAIMS\n", page)
        table = [line for line in page.splitlines() if line.startswith("| ")]
        self.assertIn("| :-- | --: | --: |", table)
        self.assertTrue(any("12,8" in line or "1.28B" in line for line in table), table)

    def test_a_text_of_ten_megabytes_is_no_trouble(self):
        workspace = self.hostile("long " * 2_000_000)
        for written in ("html", "md"):
            out = self.works("--workspace", workspace, "card", "CRSV", "--format", written)
            self.assertGreater(len(out), 10_000_000)
            out = self.works("--workspace", workspace, "rank", "--format", written)
            self.assertGreater(len(out), 10_000_000)
        for command in (("card", "CRSV"), ("rank",)):
            rows = self.table(self.works("--workspace", workspace, *command, "--format", "csv"))
            self.assertTrue(any("… (cut: 999" in cell for row in rows for cell in row))

    def table(self, written):
        """A table as Python's reader has it: every row as wide as the first, every line ended as the format has it."""
        self.assertTrue(written.endswith(b"\r\n"))
        rows = list(csv.reader(io.StringIO(written.decode(), newline=""), strict=True))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        return rows

    def test_every_figure_of_a_card_in_one_table(self):
        rows = self.table(self.works("--workspace", self.sample, "card", "AMZN", "--format", "csv"))
        self.assertEqual(rows[0], ["section", "id", "label", "value", "unit", "reason", "source"])
        figures = {row[1]: row for row in rows[1:]}
        self.assertEqual(len(figures), len(rows) - 1, "one row a figure")
        traces = json.loads(self.works("--workspace", self.sample, "trace", "AMZN", "--all"))
        self.assertGreater(len(traces), 300)
        self.assertEqual({one["path"] for one in traces} - set(figures), set())
        card = self.card(self.sample, "AMZN")
        for path, value in (("aggregate.eps_uplift_percent", card["aggregate"]["eps_uplift_percent"]),
                            ("base.revenue", card["base"]["revenue"]),
                            ("conviction.total", card["conviction"]["total"]),
                            ("conviction.rank", card["conviction"]["rank"])):
            self.assertEqual(float(figures[path][3]), value, path)
        self.assertEqual(figures["aggregate.eps_uplift_percent"][4], "percent")
        self.assertEqual(figures["base.revenue"][4], "USD")
        for path, row in figures.items():
            self.assertNotEqual(row[3] == "", row[5] == "", f"{path} has a value or a reason")
            if path.endswith("_percent"):
                self.assertEqual(row[4], "percent", path)

    def test_no_text_of_a_table_is_taken_for_a_formula(self):
        text = '=HYPERLINK("http://x","a, b")\n\u202etxet\u202c \U0001f680 \u05e9\u05dc\u05d5\u05dd'
        for begun in ("=", "+", "-", "@", " ="):
            workspace = self.hostile(begun + text)
            for command in (("card", "CRSV"), ("rank",)):
                rows = self.table(self.works("--workspace", workspace, *command, "--format", "csv"))
                held = [cell for row in rows for cell in row if "HYPERLINK" in cell]
                self.assertTrue(held)
                for cell in held:
                    self.assertTrue(cell.startswith("'" + begun + '=HYPERLINK("http://x","a, b")\n'), cell)
                    self.assertNotIn("\u202e", cell)
                    self.assertIn("\U0001f680 \u05e9\u05dc\u05d5\u05dd", cell)
        numbers = self.table(self.works("--workspace", self.sample, "card", "AMZN", "--format", "csv"))
        self.assertTrue(any(row[3].startswith("-") for row in numbers), "a number below zero stays one")

    def test_the_ranking_as_a_page_and_as_markdown(self):
        rows = json.loads(self.works("--workspace", self.sample, "rank", "--format", "json"))
        page = Page()
        page.feed(self.works("--workspace", self.sample, "rank", "--format", "html").decode())
        page.close()
        self.assertEqual(page.open, [], "tags that are not closed")
        lines = self.works("--workspace", self.sample, "rank", "--format", "md").decode().splitlines()
        table = [line for line in lines if line.startswith("| ")]
        self.assertEqual(len(table), len(rows) + 2)
        for row, line in zip(rows, table[2:]):
            self.assertIn(row["name"], page.text)
            self.assertIn(f"| {row['rank']} | {row['symbol']} |", line)
        text = '<script>alert(1)</script> | & "quoted" \u202etxet\u202c \U0001f680'
        workspace = self.hostile(text)
        written = self.works("--workspace", workspace, "rank", "--format", "html").decode()
        seen = Page()
        seen.feed(written)
        self.assertNotIn("script", seen.tags)
        self.assertIn('<script>alert(1)</script> | & "quoted"', seen.text)
        self.assertNotIn("\u202e", written)
        written = self.works("--workspace", workspace, "rank", "--format", "md").decode()
        self.assertIn("\\<script\\>alert(1)\\</script\\> \\| \\&", written)

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

    def damaged(self, name, symbol):
        """A workspace in which a text of one company has changed behind Plumbline's back."""
        workspace = self.fresh(name)
        with sqlite3.connect(workspace) as file:
            file.execute("update fact set field = 'changed' where company = "
                         "(select id from company where symbol = ?)", (symbol,))
        file.close()
        return workspace

    def test_a_damaged_company_is_ranked_last_without_a_figure(self):
        workspace = self.damaged("damaged.plumbline", "AMZN")
        status, out, said = program.run("--workspace", workspace, "rank", "--format", "json")
        self.assertEqual(status, 0, said)
        self.assertEqual(said.rstrip().count("\n"), 0, said)
        self.assertIn("AMZN", said)
        rows = json.loads(out)
        last = rows[-1]
        self.assertEqual(last["symbol"], "AMZN")
        for key in ("rank", "conviction", "measurable", "eps_uplift_percent", "priced_in", "versus_analysts"):
            self.assertIsNone(last[key], key)
        self.assertEqual(set(last["components"].values()), {None})
        self.assertIn("damaged", last["flags"][0])
        self.assertEqual([row["rank"] for row in rows[:-1]], list(range(1, len(rows))))
        self.assertIn("unknown", self.works("--workspace", workspace, "rank").decode().splitlines()[-1])
        for words in (("card", "AMZN", "--format", "json"), ("card", "AMZN"), ("simulate", "AMZN"),
                      ("trace", "AMZN", "conviction.total"), ("trace", "AMZN", "conviction.rank")):
            self.assertIn("damaged", self.fails(1, "--workspace", workspace, *words))
        self.assertEqual(self.card(workspace, "VRDT")["conviction"]["rank"],
                         next(row["rank"] for row in rows if row["symbol"] == "VRDT"))
        self.assertEqual(program.run("--workspace", workspace, "check")[0], 1)

    def saved(self, workspace, symbol, name):
        path = self.path(name)
        with open(path, "wb") as file:
            file.write(self.works("--workspace", workspace, "card", symbol, "--format", "json"))
        return path

    def test_choices_that_stand_are_not_mixed_with_those_of_a_card(self):
        theirs = self.fresh("theirs.plumbline")
        self.works("--workspace", theirs, "assume", "AMZN", "margin.aws=20%", "claim.custom_silicon.counted_share=25%")
        card = self.saved(theirs, "AMZN", "theirs.json")
        mine = self.fresh("mine.plumbline")
        self.works("--workspace", mine, "assume", "AMZN", "margin.aws=28%")
        before = self.card(mine, "AMZN")
        status, _, said = program.run("--workspace", mine, "import", "card", card)
        self.assertEqual(status, 0, said)
        self.assertIn("margin.aws=20%", said)
        self.assertIn("claim.custom_silicon.counted_share=25%", said)
        self.assertEqual(self.card(mine, "AMZN"), before)

    def test_a_card_changes_no_other_company(self):
        theirs = self.fresh("taxed.plumbline")
        self.works("--workspace", theirs, "assume", "--global", "tax_rate=28%")
        card = self.saved(theirs, "AMZN", "taxed.json")
        mine = self.fresh("untaxed.plumbline")
        before = self.card(mine, "VRDT")
        status, _, said = program.run("--workspace", mine, "import", "card", card)
        self.assertEqual(status, 0, said)
        self.assertIn("tax_rate=28%", said)
        self.assertEqual(self.card(mine, "VRDT"), before)
        empty = self.path("taxed-only.plumbline")
        self.assertEqual(program.run("--workspace", empty, "import", "card", card), (0, b"", ""))
        self.assertEqual(self.card(empty, "AMZN")["choices"], self.card(theirs, "AMZN")["choices"])

    def test_what_a_killed_program_left_goes_next_time(self):
        workspace = self.path("left.plumbline")
        left = [f"{workspace}.new-{'0123456789abcdef' * 2}{tail}" for tail in ("", "-journal")]
        kept = [f"{workspace}.new-notes", f"{workspace}.new-{'0' * 31}"]
        for path in left + kept:
            with open(path, "wb") as file:
                file.write(b"half")
        self.works("sample", workspace)
        self.assertEqual([os.path.exists(path) for path in left + kept], [False, False, True, True])
        with open(left[0], "wb") as file:
            file.write(b"half")
        self.works("--workspace", workspace, "assume", "AMZN", "margin.aws=20%")
        self.assertFalse(os.path.exists(left[0]))

    def test_a_value_that_cannot_be_meant_is_refused(self):
        workspace = self.fresh("meant.plumbline")
        before = self.works("--workspace", workspace, "check", "--digest")
        for words in (("AMZN", "margin.aws=1/0"), ("AMZN", "margin.aws=-500%"), ("AMZN", "margin.aws=200%/1"),
                      ("AMZN", "recognised.trainium=120%"), ("--global", "tax_rate=1/0"), ("--global", "tax_rate=-5%"),
                      ("AMZN", "claim.custom_silicon.counted_share=300%/2"), ("AMZN", "margin.aws=1/(revenue-revenue)")):
            said = self.fails(1, "--workspace", workspace, "assume", *words)
            self.assertIn(words[1].split("=")[0], said)
        self.fails(1, "--workspace", workspace, "card", "AMZN", "--set", "margin.aws=-500%")
        self.assertEqual(self.works("--workspace", workspace, "check", "--digest"), before)
        self.works("--workspace", workspace, "assume", "AMZN", "margin.aws=operating_margin.aws * 80%")
        self.works("--workspace", workspace, "assume", "AMZN", "margin.aws=-5%", "loaded_cost=$500K")

    def test_a_format_that_is_none_is_wrong_usage(self):
        for command in (("check",), ("rank",), ("card", "AMZN"), ("simulate", "AMZN"), ("trace", "AMZN", "price")):
            said = self.fails(2, "--workspace", self.sample, *command, "--format", "xml")
            self.assertIn("xml", said)
            self.assertIn("json", said)

    def test_a_card_without_a_base_is_read_and_one_without_shares_refused(self):
        with open(self.saved(self.sample, "VRDT", "whole.json"), "rb") as file:
            whole = json.load(file)
        changed = self.path("changed.json")
        with open(changed, "w", encoding="utf-8") as file:
            json.dump(whole | {"base": None, "as_read": None}, file)
        baseless = self.path("baseless.plumbline")
        self.works("--workspace", baseless, "import", "card", changed)
        card = self.card(baseless, "VRDT")
        self.assertIsNone(card["base"]["fiscal_year"])
        self.assertIsNone(card["base"]["revenue"])
        self.assertIn("base.fiscal_year", card["unknown"])
        with open(changed, "w", encoding="utf-8") as file:
            json.dump(whole | {"base": whole["base"] | {"shares": 0}}, file)
        self.assertIn("shares", self.fails(1, "--workspace", self.path("shareless.plumbline"), "import", "card", changed))

    def test_sentences_name_what_is_in_the_way(self):
        nowhere = self.path("no/such/folder/x.plumbline")
        said = self.fails(1, "sample", nowhere)
        self.assertIn("no folder", said)
        self.assertNotIn("disk", said)
        held = self.fresh("held.plumbline")
        with open(held + ".lock", "w", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n{os.path.basename(os.readlink('/proc/self/exe'))}\n{os.uname().nodename}\n\n\n")
        said = self.fails(1, "--workspace", held, "assume", "AMZN", "margin.aws=20%")
        self.assertIn("is open in", said)
        self.assertNotIn("shown", said)
        usage = self.works("--help").decode()
        self.assertIn("NAME=VALUE ... [--scenario NAME]", usage)
        self.assertIn("notes do not", usage)

    def test_a_rank_is_the_same_from_kept_scores_and_anew(self):
        workspace = self.path("kept.plumbline")
        self.works("sample", workspace, "--companies", "40")
        ranking = json.loads(self.works("--workspace", workspace, "rank", "--format", "json"))
        symbol = ranking[20]["symbol"]
        rank = lambda *words: self.card(workspace, symbol, *words)["conviction"]["rank"]
        self.assertEqual(rank(), 21)
        kept = rank("--set", "enthusiasm.latest=10")
        self.works("--workspace", workspace, "assume", ranking[0]["symbol"], "enthusiasm.latest=0")
        after = json.loads(self.works("--workspace", workspace, "rank", "--format", "json"))
        self.assertNotEqual(after[0]["symbol"], ranking[0]["symbol"], "the first kept its place")
        self.assertEqual(rank(), next(row["rank"] for row in after if row["symbol"] == symbol))
        self.assertLess(kept, 21)

    def test_a_transcript_gives_its_questions(self):
        name = self.path("call.txt")
        with open(name, "w", encoding="utf-8") as file:
            file.write("Northgate Grid Systems (NGSX) Q1 2026 Earnings Call, April 30, 2026\n\n"
                       "Operator: Good day and welcome.\n\nMara Ellison: Revenue rose. Orders doubled.\n\n"
                       "Operator: Our first question comes from Dana Whitfield with Harbour Street Research.\n\n"
                       "Dana Whitfield: How large is the backlog today?\n\nMara Ellison: Twice what it was.\n\n"
                       "Dana Whitfield: Thank you.\n")
        found = json.loads(self.works("extract", name))
        self.assertEqual(found["calls"], [{"company": "Northgate Grid Systems", "period": "Q1 FY2026",
                                           "date": "2026-04-30", "format": "name_colon", "turns": 6, "sentences": 7}])
        self.assertEqual([(q["analyst"], q["firm"], q["question"], q["answer"], q["answered_by"])
                          for q in found["questions"]],
                         [("Dana Whitfield", "Harbour Street Research", "How large is the backlog today?",
                           "Twice what it was.", "Mara Ellison")])
        self.fails(2, "extract")
        self.assertIn("cannot be read", self.fails(1, "extract", self.path("nowhere.txt")))

    @staticmethod
    def pdf(lines, locked=False):
        """A page with these lines, as the simplest PDF has them; locked: it asks for a password."""
        text = b"BT /F1 11 Tf 40 760 Td 14 TL " + b"".join(b"(" + line.encode() + b") Tj T* " for line in lines) + b"ET"
        objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                   b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                   b"<</Length %d>>stream\n%s\nendstream" % (len(text), text),
                   b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
        lock = b""
        if locked:
            objects.append(b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"00" * 32 + b">/U<" + b"11" * 32 + b">>>")
            lock = b"/Encrypt 6 0 R/ID[<00><00>]"
        out, places = b"%PDF-1.4\n", []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj" % number + body + b"endobj\n"
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        return out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, lock, table)

    def test_a_pdf_is_read_or_refused(self):
        name = self.path("call.pdf")
        lines = ["Halden Grid \\(HLDN\\) Q1 2026 Earnings Call, April 30, 2026", "",
                 "Operator: Good day and welcome.", "", "Mara Ellison: Revenue rose. Orders doubled.", "",
                 "Operator: Our first question comes from Dana Whitfield with Harbour Street Research.", "",
                 "Dana Whitfield: How large is the backlog today?", "", "Mara Ellison: Twice what it was."]
        for content, said in ((self.pdf(lines)[:300], "broken"), (b"%PDF-1.7\n", "broken"),
                              (self.pdf([]), "no text"), (self.pdf(lines, locked=True), "password")):
            with open(name, "wb") as file:
                file.write(content)
            self.assertIn(said, self.fails(1, "extract", name))
            self.assertIn(said, self.fails(1, "--workspace", self.sample, "import", "transcript", name))
        with open(name, "wb") as file:
            file.write(self.pdf(lines))
        call = json.loads(self.works("extract", name))["calls"][0]
        self.assertEqual((call["company"], call["period"], call["sentences"]), ("Halden Grid", "Q1 FY2026", 6))
        workspace = self.path("pdf.plumbline")
        self.assertIn(b"imported", self.works("--workspace", workspace, "import", "transcript", name))
        self.assertIn(b"here already", self.works("--workspace", workspace, "import", "transcript", name))

    CALL = (
        "Quillmark Instruments, Inc. (QLMK)\nQ2 FY2026 Earnings Call\nMay 6, 2026\n\n"
        "Operator: Good afternoon, and welcome to the second quarter earnings call of Quillmark Instruments.\n\n"
        "Dana Ivers, CEO: Thank you. Our AI inspection line runs at a rate of $40 million a year by now.\n\n"
        "Theo Marr, CFO: Gross margin was 41%, up from 39% a year ago, helped by the mix of services.\n\n"
        "Operator: Our first question comes from Lena Brandt with Harbour Street Partners.\n\n"
        "Lena Brandt, Analyst: How much of the inspection line is sold to customers who are new to you?\n\n"
        "Dana Ivers, CEO: About a third comes from customers who had bought nothing in the years before.\n")

    def test_a_transcript_is_kept_and_searched(self):
        workspace = self.fresh("calls.plumbline")
        call = self.path("quillmark.txt")
        with open(call, "w", encoding="utf-8") as file:
            file.write(self.CALL)
        out = self.works("--workspace", workspace, "import", "transcript", call, "--symbol", "QLMK").decode()
        self.assertIn("QLMK  Q2 FY2026", out)
        self.assertIn("imported", out)
        found = json.loads(self.works("--workspace", workspace, "search", "inspection line", "--symbol", "QLMK",
                                      "--format", "json"))
        self.assertEqual(list(found[0]), ["symbol", "call", "speaker", "role", "section", "sentence_id", "text", "rank"])
        self.assertEqual({one["symbol"] for one in found}, {"QLMK"})
        self.assertEqual({one["speaker"] for one in found}, {"Dana Ivers", "Lena Brandt"})
        said = json.loads(self.works("--workspace", workspace, "search", "about:ai has:figure company:QLMK",
                                     "--format", "json"))
        self.assertEqual([one["text"] for one in said], ["Our AI inspection line runs at a rate of $40 million a year by now."])
        # Nothing but the call is known of it: the card says so, and the audit holds.
        card = self.card(workspace, "QLMK")
        self.assertEqual(card["latest_call"], "Q2 FY2026")
        self.assertIsNone(card["base"]["revenue"])
        self.assertIn("base.revenue", card["unknown"])
        self.works("--workspace", workspace, "rank")
        self.works("--workspace", workspace, "check")
        digest = self.works("--workspace", workspace, "check", "--digest")
        again = self.works("--workspace", workspace, "import", "transcript", call, "--symbol", "QLMK").decode()
        self.assertIn("here already", again)
        self.assertEqual(self.works("--workspace", workspace, "check", "--digest"), digest)

    def test_two_calls_fill_the_card_and_the_audit_holds(self):
        later = (self.CALL.replace("Q2 FY2026", "Q3 FY2026").replace("May 6", "August 5").replace("second quarter", "third quarter")
                 .replace("runs at a rate of $40 million a year", "is at an annualized run rate of $55 million"))
        before = self.CALL.replace("runs at a rate of $40 million a year", "is at an annualized run rate of $40 million")
        workspace = self.fresh("two.plumbline")
        for name, text in (("before.txt", before), ("later.txt", later)):
            with open(self.path(name), "w", encoding="utf-8") as file:
                file.write(text)
            self.works("--workspace", workspace, "import", "transcript", self.path(name), "--symbol", "QLMK")
            self.works("--workspace", workspace, "check")
        card = self.card(workspace, "QLMK")
        self.assertEqual((card["latest_call"], card["prior_call"]), ("Q3 FY2026", "Q2 FY2026"))
        self.assertEqual([one["call"] for one in card["quotes"]], ["Q3 FY2026", "Q2 FY2026"])
        self.assertEqual({one["verified"] for one in card["quotes"]}, {"exact"})
        self.assertEqual([one["value"] for one in card["quantifications"]], [[55e6], [40e6]])
        self.assertEqual([(one["call"], one["firm"]) for one in card["questions"]],
                         [("Q3 FY2026", "Harbour Street Partners"), ("Q2 FY2026", "Harbour Street Partners")])
        self.assertEqual([(one["kind"], one["figure"]) for one in card["claims"]],
                         [("run_rate", "$55 million"), ("superseded", "$40 million")])
        self.assertEqual([(one["change"], one["latest"], one["prior"]) for one in card["changes"]],
                         [("raised", "$55.0M", "$40.0M")])
        self.assertEqual([one["call"] for one in card["coverage"]["trajectory"]], ["Q3 FY2026", "Q2 FY2026"])
        # So little was said that neither the mood nor its change can be told: each has its reason.
        for path in ("enthusiasm.latest", "enthusiasm.prior", "confirmation.language.direction"):
            self.assertIn("300 are needed", card["unknown"][path])

    @staticmethod
    def answered(period, day, good):
        """A call of ten long answers; in `good` of the ten words of tone in each the speaker is pleased."""
        said = ["strong", "improved", "solid", "progress", "benefit", "gains", "success", "favorable", "achieved", "strength"]
        weak = ["weak", "worse", "decline", "problem", "loss", "delays", "failure", "difficult", "missed", "weakness"]
        text = (f"Quillmark Instruments, Inc. (QLMK)\n{period} Earnings Call\n{day}\n\n"
                "Operator: Good afternoon, and welcome to the earnings call of Quillmark Instruments.\n\n"
                "Dana Ivers, CEO: Thank you all for joining us, and let us turn to the questions you have.\n\n")
        analysts = ["Brandt", "Marsh", "Okafor", "Lindqvist", "Soto", "Haddad", "Varga", "Peeters", "Quinn", "Tanaka"]
        for turn, analyst in enumerate(analysts):
            tone = said[:good[turn % len(good)]] + weak[good[turn % len(good)]:]
            answer = " ".join(f"In line number {place} of our AI machines we saw {word} results, as we told you before."
                              for place, word in zip("one two three four five six seven eight nine ten".split(), tone))
            text += (f"Operator: The next question comes from Lena {analyst} with Harbour Street Partners.\n\n"
                     f"Lena {analyst}, Analyst: How did the lines do, and what do you see in the region of {analyst}?\n\n"
                     f"Dana Ivers, CEO: {answer}\n\n")
        return text

    def test_a_change_of_language_stands_on_the_card_with_its_parts(self):
        workspace = self.fresh("language.plumbline")
        for name, text in (("guarded.txt", self.answered("Q1 FY2026", "February 4, 2026", (4, 5, 3))),
                           ("pleased.txt", self.answered("Q2 FY2026", "May 6, 2026", (8, 9, 7)))):
            with open(self.path(name), "w", encoding="utf-8") as file:
                file.write(text)
            self.works("--workspace", workspace, "import", "transcript", self.path(name), "--symbol", "QLMK")
        language = self.card(workspace, "QLMK")["confirmation"]["language"]
        self.assertEqual(language["direction"], "more confident")
        self.assertEqual(list(language["parts"]), ["tone", "specificity", "specific_forward", "hedging", "non_answers"])
        self.assertAlmostEqual(sum(language["parts"].values()), language["score"], places=12)
        self.assertGreater(language["parts"]["tone"], 0.75)
        self.assertEqual(language["source"]["provider"], "rule")
        self.assertEqual(language["source"]["field"], "answers of Q2 FY2026 against Q1 FY2026")
        self.assertIn("non-answers", self.works("--workspace", workspace, "card", "QLMK").decode())
        self.works("--workspace", workspace, "trace", "QLMK", "confirmation.language.parts.tone")
        self.works("--workspace", workspace, "check")
        # It travels with the card.
        card = self.path("language.json")
        with open(card, "wb") as file:
            file.write(self.works("--workspace", workspace, "card", "QLMK", "--format", "json"))
        other = self.path("language2.plumbline")
        self.works("--workspace", other, "import", "card", card)
        self.assertEqual(self.card(other, "QLMK")["confirmation"]["language"], language)

    def test_a_call_of_a_company_with_a_card_leaves_its_conviction_explained(self):
        workspace = self.fresh("explained.plumbline")
        before = self.card(workspace, "AMZN")
        name = self.path("amzn.txt")
        with open(name, "w", encoding="utf-8") as file:
            file.write(self.CALL.replace("QLMK", "AMZN"))
        self.assertIn(b"imported", self.works("--workspace", workspace, "import", "transcript", name, "--symbol", "AMZN"))
        self.works("--workspace", workspace, "check")
        after = self.card(workspace, "AMZN")
        for part in ("conviction", "claims", "quotes", "enthusiasm", "aggregate"):
            self.assertEqual(after[part], before[part], part)
        components = after["conviction"]["components"].values()
        self.assertAlmostEqual(sum(one["points"] for one in components), after["conviction"]["total"], places=9)
        self.assertTrue(all(one["why"] for one in components))
        self.works("--workspace", workspace, "trace", "AMZN", "conviction.total")

    def test_a_file_that_is_no_call_does_not_keep_the_others_of_its_folder_out(self):
        workspace = self.fresh("whole.plumbline")
        folder = self.path("folder")
        os.mkdir(folder)
        with open(os.path.join(folder, "a.txt"), "w", encoding="utf-8") as file:
            file.write(self.CALL)
        with open(os.path.join(folder, "b.txt"), "w", encoding="utf-8") as file:
            file.write("A shopping list\n\neggs\n")
        status, _, said = program.run("--workspace", workspace, "import", "transcript", folder, "--symbol", "QLMK")
        self.assertEqual(status, 1)
        self.assertIn("b.txt", said)
        self.assertIn("1 of 2 files could not be taken", said)
        card = self.card(workspace, "QLMK")
        self.assertIn("AI inspection line", card["quotes"][0]["text"])
        self.assertEqual(card["questions"][0]["firm"], "Harbour Street Partners")
        self.assertEqual(card["enthusiasm"]["method"], "rule")
        digest = self.works("--workspace", workspace, "check", "--digest")
        self.assertIn("is no fiscal period", self.fails(1, "--workspace", workspace, "import", "transcript",
                                                        os.path.join(folder, "a.txt"), "--symbol", "QLMK",
                                                        "--period", "spring"))
        self.assertEqual(self.works("--workspace", workspace, "check", "--digest"), digest)
        self.assertIn("quotation mark", self.fails(2, "--workspace", workspace, "search", '"open'))

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

    def test_keys_need_a_keyring_and_are_never_an_argument(self):
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "XDG_RUNTIME_DIR": "/nonexistent",
                       "PLUMBLINE_OPENAI_KEY": "made-up-key"}
        environment.pop("PLUMBLINE_FMP_KEY", None)

        def keys(*words):
            done = subprocess.run([program.PATH, "keys", *words], input=b"made-up-key\n", capture_output=True, timeout=60,
                                  env=environment)
            self.assertNotIn(b"made-up-key", done.stdout + done.stderr)
            return done.returncode, done.stdout.decode(), done.stderr.decode()

        self.assertEqual(keys("set", "fmp"), (1, "", "plumbline: The key was not kept: There is no keyring service on this "
                                              "computer. Scripts can put it into PLUMBLINE_FMP_KEY.\n"))
        self.assertEqual(keys("status", "openai"), (0, "openai: from PLUMBLINE_OPENAI_KEY\n", ""))
        self.assertEqual(keys("status", "fmp"), (0, "fmp: none. There is no keyring service on this computer.\n", ""))
        self.assertEqual(keys("status")[1].count("\n"), 3)
        for wrong in ([], ["set"], ["set", "other"], ["show", "fmp"], ["set", "fmp", "KEY"]):
            self.assertEqual(keys(*wrong)[0], 2, wrong)


if __name__ == "__main__":
    program.main()
