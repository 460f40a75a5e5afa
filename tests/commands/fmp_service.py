"""A service that answers as Financial Modeling Prep does, on this computer: what the tests of refresh ask."""

import http.server
import json
import threading
import urllib.parse

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
    """What the service has nothing of is an empty list, and who has no key gets none."""

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
        elif endpoint == "batch-quote":
            body = [row for one in query["symbols"][0].split(",") for row in self.about(one, "quote")]
        elif "symbols" in query:
            body = self.about(query["symbols"][0], endpoint)
        elif "symbol" in query:
            body = self.about(query["symbol"][0], endpoint)
        self.server.asked.append(endpoint)
        sent = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(sent)))
        if status == 429:
            self.send_header("Retry-After", "1")
        self.end_headers()
        try:
            self.wfile.write(sent)
        except (BrokenPipeError, ConnectionResetError):
            pass  # who asked was killed

    def about(self, symbol, endpoint):
        """Every company of this service reports the same, under its own symbol."""
        if symbol not in self.server.symbols:
            return []
        rows = self.server.answers.get(endpoint, [])
        return [{**row, **({"symbol": symbol} if "symbol" in row else {})} for row in rows]

    def log_message(self, *_):
        pass


class Service(http.server.ThreadingHTTPServer):
    """Runs until close(). `asked`: the endpoints in their order; `down`: those that no plan includes; `limited`: so many
    questions come too soon."""

    daemon_threads = True

    def handle_error(self, *_):
        """Who asked was killed."""

    request_queue_size = 128

    def __init__(self, *symbols):
        super().__init__(("127.0.0.1", 0), Fmp)
        self.symbols, self.answers = set(symbols), dict(ANSWERS)
        self.down, self.asked, self.limited = set(), [], 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self):
        return f"http://127.0.0.1:{self.server_port}/stable"

    def close(self):
        self.shutdown()
        self.server_close()
