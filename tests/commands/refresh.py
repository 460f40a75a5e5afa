#!/usr/bin/env python3
"""`refresh` as a script uses it, against a service on this computer.

    refresh.py PROGRAM
"""

import http.server
import json
import os
import pathlib
import tempfile
import threading
import unittest
import urllib.parse

import program

KEY = "a-key-for-tests-0123456789"

CALL = """Operator: Good day, and welcome to the Orbiquent first quarter fiscal year 2026 earnings call.
Mara Lindqvist: Thank you. Our AI run rate passed $300 million this quarter, and AI demand is strong. Every customer asks for it.
Operator: The first question comes from Theo Brandt with Larkspur Securities. Please go ahead.
Theo Brandt: How fast will AI revenue grow from here?
Mara Lindqvist: We expect AI revenue to double next year, and we are sold out until June.
Operator: This concludes the call. Thank you all for joining us today.
"""

ANSWERS = {
    "profile": [{"symbol": "ORBQ", "companyName": "Orbiquent (fictional)", "industry": "Software", "currency": "USD",
                 "price": 50, "marketCap": 20e9, "beta": 1.2, "averageVolume": 1e6}],
    "quote": [{"symbol": "ORBQ", "price": 50, "marketCap": 20e9, "timestamp": 1777896000}],
    "income-statement": [{"symbol": "ORBQ", "date": "2025-12-31", "reportedCurrency": "USD", "fiscalYear": "2025",
                          "period": "FY", "filingDate": "2026-02-20", "revenue": 4e9, "netIncome": 8e8,
                          "incomeBeforeTax": 1e9, "epsDiluted": 2.0}],
    "analyst-estimates": [{"symbol": "ORBQ", "date": "2027-12-31", "revenueAvg": 5.2e9, "netIncomeAvg": 1.1e9,
                           "epsAvg": 2.8, "numAnalystsEps": 9},
                          {"symbol": "ORBQ", "date": "2026-12-31", "revenueAvg": 4.5e9, "revenueLow": 4.4e9,
                           "revenueHigh": 4.6e9, "netIncomeAvg": 9e8, "epsAvg": 2.3, "epsLow": 2.1, "epsHigh": 2.5,
                           "numAnalystsEps": 12}],
    "insider-trading/statistics": [{"symbol": "ORBQ", "year": 2026, "quarter": 1, "totalPurchases": 6,
                                    "totalSales": 1}],
    "earning-call-transcript-dates": [{"quarter": 1, "fiscalYear": 2026, "date": "2026-04-30"}],
    "earning-call-transcript": [{"symbol": "ORBQ", "period": "Q1", "year": 2026, "date": "2026-04-30",
                                 "content": CALL}],
}


class Fmp(http.server.BaseHTTPRequestHandler):
    """A service with one company; what it has nothing of is an empty list, and who has no key gets none."""

    def do_GET(self):
        url = urllib.parse.urlparse(self.path)
        endpoint = url.path.removeprefix("/stable/")
        query = urllib.parse.parse_qs(url.query)
        status, body = 200, []
        if self.headers.get("apikey") != KEY:
            status, body = 401, {"Error Message": "Invalid API KEY. Please retry or visit our documentation"}
        elif self.server.limited > 0:
            self.server.limited -= 1
            status, body = 429, {"Error Message": "Limit Reach . Please upgrade your plan or visit our documentation"}
        elif endpoint in self.server.down:
            status, body = 402, {"Error Message": "Restricted Endpoint: not in this plan"}
        elif query.get("symbol") == ["ORBQ"]:
            body = ANSWERS.get(endpoint, [])
        self.server.asked.append(endpoint)
        sent = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_):
        pass


class Refreshing(unittest.TestCase):
    """`refresh` against a service on this computer."""

    def setUp(self):
        self.service = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Fmp)
        self.service.down, self.service.asked, self.service.limited = set(), [], 0
        threading.Thread(target=self.service.serve_forever, daemon=True).start()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = os.path.join(self.folder.name, "w.plumbline")

    def tearDown(self):
        self.service.shutdown()
        self.service.server_close()
        self.folder.cleanup()

    def refresh(self, *symbols, key=KEY):
        url = f"http://127.0.0.1:{self.service.server_port}/stable"
        status, out, said = program.run("--workspace", self.workspace, "refresh", *symbols, "--fmp-url", url,
                                        PLUMBLINE_FMP_KEY=key)
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

    def test_a_call_that_is_here_is_not_asked_for_again(self):
        self.refresh("ORBQ")
        self.service.asked.clear()
        status, out, said = self.refresh()  # all companies of the workspace
        self.assertEqual(status, 0, said)
        self.assertIn("none new", out)
        self.assertNotIn("earning-call-transcript", self.service.asked)

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
        self.refresh("ORBQ")
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
