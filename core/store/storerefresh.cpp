#include "core/store/companytables.h"
#include "core/store/coveragetables.h"
#include "core/store/refreshtables.h"
#include "core/store/storestate.h"

namespace plumbline {

Result<std::vector<PastFact>> Store::factHistory(const QString& symbol, const QString& name) const
{
    return reading([&](const QSqlDatabase& database) { return readFactHistory(database, symbol, name); });
}

Result<std::vector<RefreshKnown>> Store::refreshKnown(const QStringList& symbols) const
{
    return reading([&](const QSqlDatabase& database) { return readRefreshKnown(database, symbols); });
}

Result<void> Store::keepRefreshed(const QString& symbol, const std::optional<Coverage>& coverage,
                                  const std::vector<AskedRecord>& asked, const QString& reason, qint64 seen)
{
    return writing([&](const QSqlDatabase& database) -> Result<void> {
        const Result<void> kept = coverage ? writeCoverage(database, *coverage, seen) : Result<void> {};
        return kept.and_then([&] { return keepAsked(database, symbol, asked); }).and_then([&] {
            return endJob(database, symbol, reason, seen);
        });
    });
}

Result<void> Store::endRefresh(const QString& symbol, const QString& reason, qint64 at)
{
    return writing([&](const QSqlDatabase& database) { return endJob(database, symbol, reason, at); });
}

Result<void> Store::queueRefresh(const QStringList& symbols, qint64 at)
{
    return writing([&](const QSqlDatabase& database) { return queueJobs(database, symbols, at); });
}

Result<void> Store::dropRefresh()
{
    return writing([](const QSqlDatabase& database) { return dropWaitingJobs(database); });
}

Result<std::vector<RefreshJob>> Store::refreshJobs() const
{
    return reading([](const QSqlDatabase& database) { return readJobs(database); });
}

} // namespace plumbline
