#include "core/store/scalefill.h"

#include "core/store/statement.h"

namespace plumbline {

namespace {

// A made-up number follows from the ids alone, so that the same workspace is made everywhere.
const char* const rows = R"sql(
INSERT INTO body(hash, size, packed)
  SELECT CAST(printf('made-up-reply-%07d', id) AS BLOB), 64, CAST(printf('{"madeUp":true,"symbol":"%s"}', symbol) AS BLOB)
  FROM company;
INSERT INTO fetch(provider, request, company, kind, fetched, outcome, status, body, etag)
  SELECT 'made up', 'quote?symbol=' || symbol, id, 'quote', @seen, 'ok', 200,
         CAST(printf('made-up-reply-%07d', id) AS BLOB), NULL
  FROM company;
WITH RECURSIVE days(number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM days WHERE number < 59)
INSERT INTO price(company, day, close, volume)
  SELECT company.id, date('2026-01-05', '+' || days.number || ' days'),
         20 + (company.id * 7919 + days.number * 104729) % 9973 / 100.0, 100000 + (company.id * 31 + days.number * 17) % 900000
  FROM company, days;
INSERT INTO event(company, kind, day, key, detail, fetch)
  SELECT company, 'news', '2026-02-0' || (1 + company % 9), 'made-up-' || company, '{"title":"Made up"}', id FROM fetch;
INSERT INTO job(company, kind, state, due, attempts, reason)
  SELECT id, 'fundamentals', 'done', @seen, 1, NULL FROM company;
INSERT INTO model_call(key, task, company, asked_model, answered_model, prompt, run, sent, done, outcome, attempts,
                       tokens_in, tokens_cached, tokens_out, cost_usd, request, answer)
  SELECT CAST(printf('made-up-call-%07d', id) AS BLOB), 'read', id, 'made up', 'made up', 'v1', 1, @seen, @seen, 'ok', 1,
         4000, 0, 600, 0.02, NULL, NULL
  FROM company WHERE id % 10 = 1;
INSERT INTO list(name, kind, rule) VALUES ('Made-up watch list', 'watch', NULL);
INSERT INTO list_company(list, company) SELECT list.id, company.id FROM list, company WHERE company.id % 25 = 1;
INSERT INTO note(subject, at, text) SELECT 'company/' || symbol, @seen, 'A made-up note.' FROM company WHERE id % 50 = 1;
INSERT INTO view(name, kind, state) VALUES ('Made-up view', 'columns', '{}');
INSERT INTO edit(at, author, title, dropped, checksum) VALUES (@seen, 'made up', 'Made-up edit that was left behind', 1, NULL);
INSERT INTO edit_row(edit, step, target, key, before, after) SELECT id, 0, 'choice', '{}', NULL, NULL FROM edit;
)sql";

} // namespace

Result<void> fillForScale(const QSqlDatabase& database, qint64 seen)
{
    return runScript(database, QByteArray(rows).replace("@seen", QByteArray::number(seen)));
}

} // namespace plumbline
