#include "core/store/coveragetables.h"

#include "core/store/calltables.h"
#include "core/store/companytables.h"
#include "core/store/proposaltables.h"
#include "core/store/readingtables.h"

#include <QCoreApplication>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

tl::unexpected<Error> nothingKnown(const QString& symbol, bool asOf)
{
    return failure(Error::Kind::NotFound,
                   asOf ? Words::tr("This workspace knew nothing about %1 at that time.").arg(symbol)
                        : Words::tr("This workspace holds nothing about %1.").arg(symbol));
}

tl::unexpected<Error> damaged(const QString& symbol)
{
    return failure(
        Error::Kind::BadData,
        Words::tr("What this workspace holds about %1 has been damaged. Go back to a copy of the workspace.")
            .arg(symbol));
}

/// What a company's rows say, whether or not they are those that were kept.
Result<Coverage> readRows(const QSqlDatabase& database, const CompanyRow& company, std::optional<qint64> asOf)
{
    Coverage coverage {.dossier = company.dossier};
    const auto facts = readFacts(database, company.id, asOf, coverage.dossier);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!*facts && asOf)
        return nothingKnown(company.dossier.symbol, true);
    auto calls = readCalls(database, company.id, asOf);
    if (!calls)
        return tl::unexpected(calls.error());
    coverage.calls = std::move(*calls);
    auto reading = readReading(database, company.id, asOf);
    if (!reading)
        return tl::unexpected(reading.error());
    coverage.reading = std::move(*reading);
    auto proposals = readProposals(database, company.id, asOf);
    if (!proposals)
        return tl::unexpected(proposals.error());
    coverage.assumptions = std::move(*proposals);
    if (const auto remarks = readRemarks(database, company.id, asOf, coverage); !remarks)
        return tl::unexpected(remarks.error());
    return coverage;
}

/// Ends all rows that count today, so that a company is kept as if nothing had been known of it.
Result<void> endAll(const QSqlDatabase& database, qint64 company, qint64 seen)
{
    for (const char* table :
         {"calendar", "fact", "failure", "printed", "call", "reading", "proposal", "overlap_group"}) {
        const auto ended = run(database,
                               QStringLiteral("UPDATE %1 SET until = ? WHERE company = ? AND until IS NULL")
                                   .arg(QLatin1StringView(table)),
                               {seen, company});
        if (!ended)
            return tl::unexpected(ended.error());
    }
    return {};
}

} // namespace

Result<void> writeCoverage(const QSqlDatabase& database, const Coverage& coverage, qint64 seen)
{
    const QByteArray sum = checksum(canonicalBytes(coverage));
    const auto known = findCompany(database, coverage.dossier.symbol);
    if (!known)
        return tl::unexpected(known.error());
    if (*known) {
        const auto rows = readRows(database, **known, {});
        if (!rows)
            return tl::unexpected(rows.error());
        const bool whole = checksum(canonicalBytes(*rows)) == (*known)->checksum;
        if (whole && sum == (*known)->checksum)
            return {};
        if (!whole)
            if (auto ended = endAll(database, (*known)->id, seen); !ended)
                return ended;
    }
    const auto id = keepCompany(database, coverage.dossier, sum);
    if (!id)
        return tl::unexpected(id.error());
    return keepFacts(database, *id, coverage.dossier, seen)
        .and_then([&] { return keepCalls(database, *id, coverage.calls, seen); })
        .and_then([&] { return keepReading(database, *id, coverage.reading, seen); })
        .and_then([&] { return keepProposals(database, *id, coverage.assumptions, seen); })
        .and_then([&] { return keepRemarks(database, *id, coverage, seen); });
}

Result<Coverage> readCoverage(const QSqlDatabase& database, const QString& symbol, std::optional<qint64> asOf)
{
    const auto company = findCompany(database, symbol);
    if (!company)
        return tl::unexpected(company.error());
    if (!*company)
        return nothingKnown(symbol, false);
    auto coverage = readRows(database, **company, asOf);
    if (coverage && !asOf && checksum(canonicalBytes(*coverage)) != (*company)->checksum)
        return damaged(symbol);
    return coverage;
}

Result<void> writeGlobal(const QSqlDatabase& database, const std::vector<Assumption>& assumptions,
                         qint64 seen)
{
    return keepProposals(database, {}, assumptions, seen);
}

Result<std::vector<Assumption>> readGlobal(const QSqlDatabase& database, std::optional<qint64> asOf)
{
    return readProposals(database, {}, asOf);
}

Result<std::vector<CompanyName>> companyNamesOf(const QSqlDatabase& database)
{
    std::vector<CompanyName> names;
    const auto read = each(database, QStringLiteral("SELECT symbol, name FROM company ORDER BY symbol"), {},
                           [&](const Statement& row) {
                               names.push_back({row.text(0), row.text(1)});
                           });
    if (!read)
        return tl::unexpected(read.error());
    return names;
}

Result<QStringList> symbolsOf(const QSqlDatabase& database)
{
    QStringList symbols;
    const auto read = each(database, QStringLiteral("SELECT symbol FROM company ORDER BY symbol"), {},
                           [&](Statement& row) { symbols.append(row.text(0)); });
    if (!read)
        return tl::unexpected(read.error());
    return symbols;
}

} // namespace plumbline
