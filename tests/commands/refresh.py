#!/usr/bin/env python3
"""`refresh` as a script uses it, against a service on this computer.

    refresh.py PROGRAM
"""

import datetime
import json
import os
import pathlib
import tempfile
import unittest

import program
from fmp_service import ANSWERS, KEY, Service

class Refreshing(unittest.TestCase):
    """`refresh` against a service on this computer."""

    def setUp(self):
        self.service = Service("ORBQ", "QLMK", "VRTN")
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = os.path.join(self.folder.name, "w.plumbline")

    def tearDown(self):
        self.service.close()
        self.folder.cleanup()

    def refresh(self, *symbols, key=KEY):
        status, out, said = program.run("--workspace", self.workspace, "refresh", *symbols, "--fmp-url",
                                        self.service.url(), PLUMBLINE_FMP_KEY=key)
        return status, out.decode(), said

    def card(self):
        status, out, said = program.run("--workspace", self.workspace, "card", "ORBQ", "--format", "json")
        self.assertEqual(status, 0, said)
        return json.loads(out)

    def test_a_company_comes_in_with_its_figures_and_its_call(self):
        status, out, said = self.refresh("orbq")
        self.assertEqual(status, 0, said)
        self.assertIn("Q1 FY2026", out)
        card = self.card()
        self.assertEqual(card["name"], "Orbiquent (fictional)")
        self.assertEqual(card["base"]["revenue"], 4e9)
        self.assertEqual(card["base"]["source"]["provider"], "FMP")
        self.assertEqual(card["consensus"]["eps"], 2.3)
        self.assertEqual(card["consensus"]["later_years"][0]["revenue"], 5.2e9)
        self.assertEqual(card["confirmation"]["insiders"]["direction"], "buying")
        self.assertAlmostEqual(card["priced_in"]["market_cap_to_sales"], 5)
        self.assertEqual(card["latest_call"], "Q1 FY2026")
        self.assertTrue(any("$300 million" in one["text"] for one in card["quotes"]), card["quotes"])
        self.assertIn("nothing of it", json.dumps(card["failures"]))  # the service has no 13F
        self.assertEqual(program.run("--workspace", self.workspace, "check")[0], 0)

    def test_a_card_holds_what_others_say_and_what_the_company_is_worth(self):
        today = datetime.date.today()
        day = lambda ago: (today - datetime.timedelta(ago)).isoformat()
        news = lambda title, ago: {"symbol": "ORBQ", "publishedDate": day(ago) + " 09:00:00", "publisher": "Larkspur Wire",
                                   "title": title, "url": "https://news.invalid/" + day(ago)}
        self.service.answers |= {
            "balance-sheet-statement": [{"symbol": "ORBQ", "date": "2026-03-31", "reportedCurrency": "USD",
                                         "totalDebt": 3e9, "cashAndCashEquivalents": 1e9}],
            "income-statement-ttm": [{"symbol": "ORBQ", "date": "2026-03-31", "reportedCurrency": "USD",
                                      "revenue": 5e9, "netIncome": 1e9, "epsDiluted": 2.5}],
            "revenue-product-segmentation": [{"symbol": "ORBQ", "fiscalYear": 2025, "date": "2025-12-31",
                                              "data": {"Licences": 3e9, "Robots": 1e9}}],
            "price-target-consensus": [{"symbol": "ORBQ", "targetHigh": 80, "targetLow": 40, "targetConsensus": 60}],
            "grades-consensus": [{"symbol": "ORBQ", "strongBuy": 1, "buy": 8, "hold": 3, "sell": 0, "strongSell": 0}],
            "news/stock": [news("Orbiquent bets on AI", 3), news("Orbiquent pays a dividend", 2),
                           news("Orbiquent bets on AI", 1)],
        }
        self.refresh("ORBQ")
        card = program.run("--workspace", self.workspace, "card", "ORBQ")[1].decode()
        lines = " ".join(card.split())
        self.assertIn("enterprise value $22.0B", lines)
        self.assertIn("EV / sales 5.5 ", lines)
        self.assertIn("P/E, last 12 months 20", lines)
        self.assertIn("Licences $3.0B · Robots $1.0B", lines)
        self.assertIn("price target mean $60.00/share, $40.00/share to $80.00/share", lines)
        self.assertIn("strong buy 1, buy 8, hold 3, sell 0, strong sell 0", lines)
        self.assertIn("1 with a term of the theme; 2 looked through", lines)
        self.assertEqual(card.count("Orbiquent bets on AI"), 1)

    def test_what_is_recent_is_not_asked_for_again(self):
        self.refresh("ORBQ")
        self.service.asked.clear()
        status, out, said = self.refresh()  # all companies of the workspace
        self.assertEqual(status, 0, said)
        self.assertIn("recent enough", out)
        self.assertEqual(self.service.asked, [])

    def test_a_call_that_is_here_is_never_asked_for_again(self):
        self.refresh("ORBQ")
        self.service.asked.clear()
        status, out, said = self.refresh("--again")
        self.assertEqual(status, 0, said)
        self.assertIn("none new", out)
        self.assertIn("earning-call-transcript-dates", self.service.asked)
        self.assertNotIn("earning-call-transcript", self.service.asked)

    def test_quotes_of_many_companies_come_in_one_answer(self):
        status, out, said = self.refresh("ORBQ", "QLMK", "VRTN")
        self.assertEqual(status, 0, said)
        self.assertEqual(len(out.splitlines()), 3)
        self.assertEqual(self.service.asked.count("batch-quote"), 1)
        self.assertEqual(self.service.asked.count("historical-price-eod/full"), 3 + 1)  # of the index once for all
        self.assertNotIn("quote", self.service.asked)
        self.assertAlmostEqual(self.card()["priced_in"]["market_cap_to_sales"], 5)

    def test_without_batches_each_is_asked_for_alone(self):
        self.service.down = {"batch-quote"}
        status, out, said = self.refresh("ORBQ", "QLMK", "VRTN")
        self.assertEqual(status, 0, said)
        self.assertEqual(self.service.asked.count("quote"), 3)
        self.assertAlmostEqual(self.card()["priced_in"]["market_cap_to_sales"], 5)

    def test_what_the_plan_does_not_include_is_not_asked_for_at_once_again(self):
        self.service.down = {"insider-trading/statistics"}
        self.refresh("ORBQ")
        self.service.asked.clear()
        self.refresh("ORBQ")
        self.assertEqual(self.service.asked, [])

    def test_an_answer_that_nobody_understands_is_asked_for_again(self):
        self.service.answers["earnings"] = [{"date": 5}]
        _, _, said = self.refresh("ORBQ")
        self.assertIn("earnings", said)
        self.service.answers["earnings"] = [{"symbol": "ORBQ", "date": "2030-01-31"}]
        self.service.asked.clear()
        _, _, said = self.refresh("ORBQ")
        self.assertEqual(self.service.asked, ["earnings"])
        self.assertIn("Next report", said)

    def test_what_changed_is_said(self):
        self.refresh("ORBQ")
        self.service.answers["analyst-estimates"] = [{**row, "revenueAvg": row["revenueAvg"] * 1.1}
                                                     for row in ANSWERS["analyst-estimates"]]
        _, _, said = self.refresh("ORBQ", "--again")
        self.assertIn("Consensus revenue for FY2026: $4.5B → $4.95B (+10.00 %)", said)
        _, _, said = self.refresh("ORBQ", "--again")
        self.assertNotIn("Consensus", said)

    def test_one_dead_endpoint_empties_one_section(self):
        self.service.down = {"analyst-estimates"}
        status, _, said = self.refresh("ORBQ")
        self.assertEqual(status, 0, said)
        self.assertIn("plan does not include", said)
        card = self.card()
        self.assertIsNone(card["consensus"]["revenue"])
        self.assertEqual(card["base"]["revenue"], 4e9)
        self.assertIn("consensus", [one["section"] for one in card["failures"]])

    def test_what_is_known_outlives_a_bad_day(self):
        self.refresh("ORBQ")
        self.service.down = set(ANSWERS)
        self.refresh("ORBQ", "--again")
        card = self.card()
        self.assertEqual(card["base"]["revenue"], 4e9)
        self.assertEqual(card["consensus"]["eps"], 2.3)

    def test_a_wrong_key_is_said_and_never_written(self):
        wrong = "wrong-key-9876543210"
        status, out, said = self.refresh("ORBQ", key=wrong)
        self.assertEqual(status, 1)
        self.assertIn("does not accept the key", said)
        self.refresh("ORBQ")
        written = b"".join(file.read_bytes() for file in pathlib.Path(self.folder.name).iterdir())
        for key in (wrong, KEY):
            self.assertNotIn(key.encode(), written)
            self.assertNotIn(key, out + said)

    def test_a_limit_that_passes_is_waited_for(self):
        self.service.limited = 1  # the first question comes too soon after others
        status, out, said = self.refresh("ORBQ")
        self.assertEqual(status, 0, said)
        self.assertEqual(self.card()["base"]["revenue"], 4e9)

    def test_an_unknown_company_is_not_added(self):
        status, _, said = self.refresh("NOPE")
        self.assertEqual(status, 1)
        self.assertIn("knows no company NOPE", said)
        self.assertEqual(program.run("--workspace", self.workspace, "card", "NOPE")[0], 1)

    def test_an_address_that_is_none(self):
        status, _, said = program.run("--workspace", self.workspace, "refresh", "ORBQ", "--fmp-url", "nowhere",
                                      PLUMBLINE_FMP_KEY=KEY)
        self.assertEqual(status, 2)
        self.assertIn("is no web address", said)


if __name__ == "__main__":
    program.main()
