#include "core/store/refreshtables.h"

#include "core/store/companytables.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace plumbline {

namespace {

const QString& jobKind()
{
    static const QString kind = u"refresh"_s;
    return kind;
}

QString word(AskedRecord::Outcome outcome)
{
    switch (outcome) {
    case AskedRecord::Outcome::Answered: return u"answered"_s;
    case AskedRecord::Outcome::Empty: return u"empty"_s;
    case AskedRecord::Outcome::Refused: return u"refused"_s;
    case AskedRecord::Outcome::Failed: break;
    }
    return u"failed"_s;
}

AskedRecord::Outcome outcomeOf(const QString& word)
{
    return word == u"answered" ? AskedRecord::Outcome::Answered
         : word == u"empty"    ? AskedRecord::Outcome::Empty
         : word == u"refused"  ? AskedRecord::Outcome::Refused
                               : AskedRecord::Outcome::Failed;
}

/// The row of the company, which the workspace must know.
Result<qint64> rowOf(const QSqlDatabase& database, const QString& symbol)
{
    return findCompany(database, symbol)
        .and_then([&](const std::optional<CompanyRow>& row) -> Result<qint64> {
            if (!row)
                return failure(Error::Kind::NotFound, symbol);
            return row->id;
        });
}

/// Equal bytes once, compressed; gives their hash.
Result<QByteArray> keepBody(const QSqlDatabase& database, const QByteArray& raw)
{
    QByteArray hash = QCryptographicHash::hash(raw, QCryptographicHash::Sha256);
    return run(database, u"INSERT OR IGNORE INTO body(hash, size, packed) VALUES(?, ?, ?)"_s,
               {hash, raw.size(), qCompress(raw)})
        .map([&](const Statement&) { return std::move(hash); });
}

} // namespace

Result<std::vector<RefreshKnown>> readRefreshKnown(const QSqlDatabase& database, const QStringList& symbols)
{
    auto company = Statement::prepare(
        database, u"SELECT company.id, calendar.next_report, fictional FROM company LEFT JOIN calendar "
                  "ON calendar.company = company.id AND calendar.until IS NULL "
                  "WHERE symbol = ?"_s);
    auto calls = Statement::prepare(
        database, u"SELECT period FROM call WHERE company = ? AND until IS NULL AND whole"_s);
    // SQLite gives the other columns of the row that holds the maximum.
    auto asked = Statement::prepare(
        database,
        u"SELECT kind, max(fetched), outcome FROM fetch WHERE company = ? AND provider = 'FMP' GROUP BY kind"_s);
    for (const auto* one : {&company, &calls, &asked})
        if (!*one)
            return tl::unexpected(one->error());
    std::vector<RefreshKnown> known;
    known.reserve(static_cast<std::size_t>(symbols.size()));
    for (const QString& symbol : symbols) {
        RefreshKnown one {.symbol = symbol};
        std::optional<qint64> id;
        Result<void> read = company->each({symbol}, [&](const Statement& row) {
            id = row.integer(0);
            one.nextReport = row.text(1);
            one.fictional = row.integer(2) != 0;
        });
        if (read && id)
            read = calls->each({*id}, [&](const Statement& row) { one.wholeCalls += row.text(0); });
        if (read && id)
            read = asked->each({*id}, [&](const Statement& row) {
                one.asked.push_back(
                    {.kind = row.text(0), .at = row.integer(1), .outcome = outcomeOf(row.text(2))});
            });
        if (!read)
            return tl::unexpected(read.error());
        known.push_back(std::move(one));
    }
    return known;
}

Result<void> keepAsked(const QSqlDatabase& database, const QString& symbol,
                       const std::vector<AskedRecord>& asked)
{
    const auto company = rowOf(database, symbol);
    if (!company)
        return tl::unexpected(company.error());
    for (const AskedRecord& one : asked) {
        QVariant body;
        if (!one.raw.isEmpty()) {
            const auto kept = keepBody(database, one.raw);
            if (!kept)
                return tl::unexpected(kept.error());
            body = *kept;
        }
        const auto added =
            run(database,
                u"INSERT INTO fetch(provider, request, company, kind, fetched, outcome, status, body) "
                "VALUES('FMP', ?, ?, ?, ?, ?, ?, ?)"_s,
                {one.request, *company, one.kind, one.at, word(one.outcome),
                 one.status == 0 ? QVariant() : QVariant(one.status), body});
        if (!added)
            return tl::unexpected(added.error());
    }
    return {};
}

Result<void> queueJobs(const QSqlDatabase& database, const QStringList& symbols, qint64 at)
{
    auto add = Statement::prepare(database,
                                  u"INSERT INTO job(company, kind, state, due, attempts) "
                                  "SELECT id, ?, 'due', ?, 0 FROM company WHERE symbol = ? "
                                  "ON CONFLICT(company, kind) DO UPDATE SET state = 'due', reason = NULL"_s);
    if (!add)
        return tl::unexpected(add.error());
    for (const QString& symbol : symbols)
        if (auto added = add->run({jobKind(), at, symbol}); !added)
            return added;
    return {};
}

Result<void> endJob(const QSqlDatabase& database, const QString& symbol, const QString& reason, qint64 at)
{
    const QString which = u"kind = ? AND company = (SELECT id FROM company WHERE symbol = ?)"_s;
    if (reason.isEmpty())
        return run(database, u"DELETE FROM job WHERE "_s + which, {jobKind(), symbol})
            .map([](const Statement&) {});
    return queueJobs(database, {symbol}, at)
        .and_then([&] {
            return run(
                database,
                u"UPDATE job SET state = 'failed', reason = ?, due = ?, attempts = attempts + 1 WHERE "_s
                    + which,
                {reason, at, jobKind(), symbol});
        })
        .map([](const Statement&) {});
}

Result<void> dropWaitingJobs(const QSqlDatabase& database)
{
    return run(database, u"DELETE FROM job WHERE kind = ? AND state <> 'failed'"_s, {jobKind()})
        .map([](const Statement&) {});
}

Result<std::vector<RefreshJob>> readJobs(const QSqlDatabase& database)
{
    std::vector<RefreshJob> jobs;
    return each(database,
                u"SELECT symbol, state = 'failed', attempts, coalesce(reason, ''), due FROM job JOIN company "
                "ON company.id = job.company WHERE kind = ? ORDER BY job.id"_s,
                {jobKind()},
                [&](const Statement& row) {
                    jobs.push_back({row.text(0), row.integer(1) != 0, static_cast<int>(row.integer(2)),
                                    row.text(3), row.integer(4)});
                })
        .map([&] { return std::move(jobs); });
}

} // namespace plumbline
