-- The workspace file, version 1. Times are milliseconds since 1970, UTC; days and fiscal periods are text.
--
-- Three sorts of tables:
--   [F] found: fetched or read; rows are added, never removed
--   [D] derived: may be dropped and made again from the others
--   [U] the user's own: never dropped, changed only by an edit that can be taken back
--
-- A row with `seen` and `until` was what counted from `seen` on and no longer from `until` on; nothing in `until`: it
-- counts today. A value that is seen again unchanged adds no row. What was known at a time T is seen <= T and
-- (until IS NULL or until > T). `place` is the order in which a company's data came; it is moved, not versioned.
--
-- No trigger keeps sentence_words: it is written in the transaction of its sentences.

-- [U] id, language, made, undo position, the program that wrote last
CREATE TABLE workspace(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- ── Companies ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- [F] who it is. checksum: SHA-256 over all that was kept for it last; reading compares it
CREATE TABLE company(
  id INTEGER PRIMARY KEY,
  symbol TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  industry TEXT NOT NULL,
  currency TEXT NOT NULL,
  fiscal_year_end TEXT NOT NULL,
  fictional INTEGER NOT NULL DEFAULT 0,
  checksum BLOB
) STRICT;

-- [F] which periods count for it: these move with every report
CREATE TABLE calendar(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  place INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  until INTEGER,
  base_year TEXT NOT NULL,
  consensus_year TEXT NOT NULL,
  latest_call TEXT NOT NULL,
  prior_call TEXT NOT NULL,
  next_report TEXT NOT NULL
) STRICT;
CREATE INDEX calendar_now ON calendar(company) WHERE until IS NULL;
CREATE INDEX calendar_history ON calendar(company, seen);

-- [F] replies: equal bytes are kept once, compressed. Bulky kinds age out (packed is NULL); their facts stay
CREATE TABLE body(
  hash BLOB PRIMARY KEY,
  size INTEGER NOT NULL,
  packed BLOB
) STRICT, WITHOUT ROWID;

-- [F] every question to a source with its outcome, also 'empty' and 'failed'. An import is a fetch by provider 'user'
CREATE TABLE fetch(
  id INTEGER PRIMARY KEY,
  provider TEXT NOT NULL,
  request TEXT NOT NULL,
  company INTEGER REFERENCES company,
  kind TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  status INTEGER,
  body BLOB REFERENCES body,
  etag TEXT
) STRICT;
CREATE INDEX fetch_latest ON fetch(request, fetched);

-- [F] one row a value: revenue, consensus.eps, insider buys. unit is NULL where the value is not known; `unknown` says
-- why. fetched is the source's own time and the only thing that is renewed in place
CREATE TABLE fact(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  place INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  until INTEGER,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  bound TEXT NOT NULL,
  unit TEXT,
  display TEXT NOT NULL,
  unknown TEXT NOT NULL,
  provider TEXT NOT NULL,
  field TEXT NOT NULL,
  as_of TEXT NOT NULL,
  fetched TEXT NOT NULL,
  mention TEXT NOT NULL, -- the narratives that speak of it: a JSON list
  note TEXT NOT NULL,
  fetch INTEGER REFERENCES fetch
) STRICT;
CREATE INDEX fact_now ON fact(company) WHERE until IS NULL;
CREATE INDEX fact_history ON fact(company, name, seen);

-- [F] asked for by day, so that a day costs a row
CREATE TABLE price(
  company INTEGER NOT NULL REFERENCES company,
  day TEXT NOT NULL,
  close REAL NOT NULL,
  volume REAL,
  PRIMARY KEY(company, day)
) STRICT, WITHOUT ROWID;

-- [D] insider trades, news, filings, report dates. detail is what one parser found, as JSON
CREATE TABLE event(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  key TEXT NOT NULL,
  detail TEXT NOT NULL,
  fetch INTEGER REFERENCES fetch,
  UNIQUE(company, kind, key)
) STRICT;

-- [F] parts of a card that could not be made when the company was read
CREATE TABLE failure(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  place INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  until INTEGER,
  section TEXT NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX failure_now ON failure(company) WHERE until IS NULL;
CREATE INDEX failure_history ON failure(company, seen);

-- [F] figures as the card printed them that the company's data came from
CREATE TABLE printed(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  place INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  until INTEGER,
  name TEXT NOT NULL,
  printed TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX printed_now ON printed(company) WHERE until IS NULL;
CREATE INDEX printed_history ON printed(company, seen);

-- ── Calls ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- [F] a call as it was imported. Other words for the same period are a new call that supersedes the older one.
-- hash: over the sentences, so that a call that comes again is known without reading it
CREATE TABLE call(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  place INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  until INTEGER,
  period TEXT NOT NULL,
  day TEXT NOT NULL,
  whole INTEGER NOT NULL,
  hash BLOB NOT NULL,
  superseded_by INTEGER REFERENCES call,
  fetch INTEGER REFERENCES fetch
) STRICT;
CREATE INDEX call_now ON call(company) WHERE until IS NULL;
CREATE INDEX call_history ON call(company, period, seen);

-- [D] from the import. Ids of a call's sentences rise in the order of speech; number is what quotes refer to
CREATE TABLE sentence(
  id INTEGER PRIMARY KEY,
  call INTEGER NOT NULL REFERENCES call,
  number INTEGER NOT NULL,
  turn INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  role TEXT NOT NULL,
  firm TEXT NOT NULL,
  answers INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX sentence_of_call ON sentence(call);
CREATE VIRTUAL TABLE sentence_words USING fts5(
  text, content='sentence', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');

-- ── What was read from the calls ───────────────────────────────────────────────────────────────────────────────────

-- [F] one act of reading a company's calls: by the built-in reader, a model, the analyst, or a card that was imported.
-- A reading is whole and never changed; the next one takes its place. hash: over all that was read
CREATE TABLE reading(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  seen INTEGER NOT NULL,
  until INTEGER,
  reader TEXT NOT NULL,
  version TEXT NOT NULL,
  hash BLOB NOT NULL,
  model_call INTEGER REFERENCES model_call
) STRICT;
CREATE INDEX reading_now ON reading(company) WHERE until IS NULL;
CREATE INDEX reading_history ON reading(company, seen);

-- [F] the identity of a claim, for life; choices hang on its name
CREATE TABLE claim(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  name TEXT NOT NULL,
  first_reading INTEGER NOT NULL REFERENCES reading,
  UNIQUE(company, name)
) STRICT;

-- [F] a citation: words somebody said, once a reading however often it is used. sentence: its number in the call
CREATE TABLE quote(
  reading INTEGER NOT NULL REFERENCES reading,
  number INTEGER NOT NULL,
  call TEXT NOT NULL,
  speaker TEXT NOT NULL,
  sentence INTEGER NOT NULL,
  text TEXT NOT NULL,
  verified TEXT NOT NULL,
  PRIMARY KEY(reading, number)
) STRICT, WITHOUT ROWID;

-- [F] a claim as one reading has it; the words of type and kind are those of the data files
CREATE TABLE claim_reading(
  reading INTEGER NOT NULL REFERENCES reading,
  place INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  kind TEXT NOT NULL,
  figure TEXT NOT NULL,
  period TEXT NOT NULL,
  call TEXT NOT NULL,
  overlap_group TEXT NOT NULL,
  margin TEXT NOT NULL,
  recognised TEXT NOT NULL,
  scope_revenue TEXT NOT NULL,
  realisation TEXT NOT NULL,
  subset_of TEXT NOT NULL,
  qualifies TEXT NOT NULL,
  supersedes TEXT NOT NULL,
  soft_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  base_disclosed INTEGER NOT NULL,
  revenue_formula TEXT NOT NULL,
  income_formula TEXT NOT NULL,
  PRIMARY KEY(reading, place)
) STRICT, WITHOUT ROWID;

-- [F] the figures of a claim; earlier: what an older call said where this one replaced it
CREATE TABLE claim_figure(
  reading INTEGER NOT NULL REFERENCES reading,
  claim_place INTEGER NOT NULL,
  earlier INTEGER NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  bound TEXT NOT NULL,
  unit TEXT NOT NULL,
  display TEXT NOT NULL,
  in_quote INTEGER NOT NULL,
  quote INTEGER NOT NULL,
  PRIMARY KEY(reading, claim_place, earlier, place),
  FOREIGN KEY(reading, quote) REFERENCES quote
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_evidence( -- [F]
  reading INTEGER NOT NULL REFERENCES reading,
  claim_place INTEGER NOT NULL,
  place INTEGER NOT NULL,
  quote INTEGER NOT NULL,
  PRIMARY KEY(reading, claim_place, place),
  FOREIGN KEY(reading, quote) REFERENCES quote
) STRICT, WITHOUT ROWID;

-- [F] said: the numbers, in `unit`: a JSON list
CREATE TABLE quantification(
  reading INTEGER NOT NULL REFERENCES reading,
  place INTEGER NOT NULL,
  metric TEXT NOT NULL,
  figure TEXT NOT NULL,
  said TEXT NOT NULL,
  unit TEXT NOT NULL,
  qualifier TEXT NOT NULL,
  period TEXT NOT NULL,
  line TEXT NOT NULL,
  bucket TEXT NOT NULL,
  in_quote INTEGER NOT NULL,
  quote INTEGER NOT NULL,
  PRIMARY KEY(reading, place),
  FOREIGN KEY(reading, quote) REFERENCES quote
) STRICT, WITHOUT ROWID;

CREATE TABLE chosen_quote( -- [F] for the card
  reading INTEGER NOT NULL REFERENCES reading,
  place INTEGER NOT NULL,
  role TEXT NOT NULL,
  quote INTEGER NOT NULL,
  PRIMARY KEY(reading, place),
  FOREIGN KEY(reading, quote) REFERENCES quote
) STRICT, WITHOUT ROWID;

CREATE TABLE question( -- [F] an analyst's question with its answer
  reading INTEGER NOT NULL REFERENCES reading,
  place INTEGER NOT NULL,
  call TEXT NOT NULL,
  analyst TEXT NOT NULL,
  firm TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  about_ai INTEGER NOT NULL,
  PRIMARY KEY(reading, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE enthusiasm( -- [F] how the two latest calls sounded
  reading INTEGER PRIMARY KEY REFERENCES reading,
  latest REAL,
  prior REAL,
  prior_unknown TEXT NOT NULL,
  author TEXT NOT NULL,
  rationale TEXT NOT NULL
) STRICT;

CREATE TABLE enthusiasm_call( -- [F] and the calls before them
  reading INTEGER NOT NULL REFERENCES reading,
  place INTEGER NOT NULL,
  call TEXT NOT NULL,
  day TEXT NOT NULL,
  value REAL,
  method TEXT NOT NULL,
  PRIMARY KEY(reading, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalyst( -- [F] what may move the story on a day
  reading INTEGER NOT NULL REFERENCES reading,
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  quote INTEGER NOT NULL,
  PRIMARY KEY(reading, place),
  FOREIGN KEY(reading, quote) REFERENCES quote
) STRICT, WITHOUT ROWID;

-- ── Proposed, and decided ──────────────────────────────────────────────────────────────────────────────────────────

-- [F] what was proposed, one row a value. company: in whose data it stands; NULL: everybody's. subject: global,
-- industry/X, company/SYM, claim/SYM/NAME. field: assumption/margin.aws. value: formula text
CREATE TABLE proposal(
  id INTEGER PRIMARY KEY,
  company INTEGER REFERENCES company,
  place INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  until INTEGER,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  title TEXT NOT NULL,
  value TEXT NOT NULL,
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  unit TEXT NOT NULL,
  display TEXT NOT NULL,
  author TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  disclosed INTEGER NOT NULL
) STRICT;
CREATE INDEX proposal_now ON proposal(company) WHERE until IS NULL;
CREATE INDEX proposal_history ON proposal(company, subject, field, seen);

-- [F] claims that measure the same money
CREATE TABLE overlap_group(
  id INTEGER PRIMARY KEY,
  company INTEGER NOT NULL REFERENCES company,
  place INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  until INTEGER,
  name TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT;
CREATE INDEX overlap_group_now ON overlap_group(company) WHERE until IS NULL;
CREATE INDEX overlap_group_history ON overlap_group(company, seen);

-- [U] 1 is base; the others lie over base, one level
CREATE TABLE scenario(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  note TEXT
) STRICT;

-- [U] what the analyst decided. based_on: the proposal it was made against; where that differs from today's, it is in
-- review
CREATE TABLE choice(
  scenario INTEGER NOT NULL REFERENCES scenario,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  low TEXT,
  high TEXT,
  based_on TEXT,
  note TEXT,
  PRIMARY KEY(scenario, subject, field)
) STRICT, WITHOUT ROWID;

-- [U] a deed of the analyst, to be undone: its rows before and after. workspace.undo is the position. dropped: undone,
-- and then something else was done; kept as audit. checksum: SHA-256 over the deed and its rows
CREATE TABLE edit(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  author TEXT NOT NULL,
  title TEXT NOT NULL,
  dropped INTEGER NOT NULL DEFAULT 0,
  checksum BLOB
) STRICT;

CREATE TABLE edit_row( -- [U] key, before and after are JSON; NULL: there was, or is, no row
  edit INTEGER NOT NULL REFERENCES edit,
  step INTEGER NOT NULL,
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY(edit, step)
) STRICT, WITHOUT ROWID;

-- ── Scoring ────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE scoring_model( -- [U] as data: an analyst's own is an edited copy under another name
  id INTEGER PRIMARY KEY,
  place INTEGER NOT NULL,
  name TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL
) STRICT;

CREATE TABLE scoring_parameter( -- [U]
  model INTEGER NOT NULL REFERENCES scoring_model,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY(model, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE scoring_figure( -- [U]
  model INTEGER NOT NULL REFERENCES scoring_model,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  formula TEXT NOT NULL,
  display TEXT NOT NULL,
  PRIMARY KEY(model, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE scoring_component( -- [U]
  model INTEGER NOT NULL REFERENCES scoring_model,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY(model, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE scoring_part( -- [U]
  model INTEGER NOT NULL REFERENCES scoring_model,
  component_place INTEGER NOT NULL,
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  maximum REAL NOT NULL,
  formula TEXT NOT NULL,
  guard TEXT NOT NULL,
  guard_reason TEXT NOT NULL,
  PRIMARY KEY(model, component_place, place)
) STRICT, WITHOUT ROWID;

-- [F] written at the end of a refresh, never by an edit. row: what the ranking paints before anything is computed
-- (name, flags, figures); inputs: hash of what the figures rest on
CREATE TABLE score(
  company INTEGER NOT NULL REFERENCES company,
  scenario INTEGER NOT NULL REFERENCES scenario,
  model TEXT NOT NULL,
  at INTEGER NOT NULL,
  total REAL,
  measurable REAL,
  rank INTEGER,
  row BLOB NOT NULL,
  inputs BLOB NOT NULL,
  PRIMARY KEY(company, scenario, model, at)
) STRICT, WITHOUT ROWID;

-- ── Work, and the user's order ─────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE job( -- [D] one that is running when the program starts was cut off and is due again
  id INTEGER PRIMARY KEY,
  company INTEGER REFERENCES company,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  due INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  reason TEXT,
  UNIQUE(company, kind)
) STRICT;

-- [F] every request to a language model: cache, replay and ledger in one. 'pending' is written before it is sent
CREATE TABLE model_call(
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL,
  task TEXT NOT NULL,
  company INTEGER REFERENCES company,
  asked_model TEXT NOT NULL,
  answered_model TEXT,
  prompt TEXT NOT NULL,
  run INTEGER NOT NULL,
  sent INTEGER NOT NULL,
  done INTEGER,
  outcome TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  tokens_in INTEGER,
  tokens_cached INTEGER,
  tokens_out INTEGER,
  cost_usd REAL,
  request BLOB REFERENCES body,
  answer BLOB REFERENCES body
) STRICT;
CREATE INDEX model_call_key ON model_call(key);

CREATE TABLE list( -- [U] watch lists and tags; rule: a saved query
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  rule TEXT
) STRICT;

CREATE TABLE list_company( -- [U]
  list INTEGER NOT NULL REFERENCES list,
  company INTEGER NOT NULL REFERENCES company,
  PRIMARY KEY(list, company)
) STRICT, WITHOUT ROWID;

CREATE TABLE note( -- [U]
  id INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE view( -- [U] columns, filters, named layouts
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY(kind, name)
) STRICT, WITHOUT ROWID;
