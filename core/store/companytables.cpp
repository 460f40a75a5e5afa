#include "core/store/companytables.h"

#include "core/store/versions.h"

namespace plumbline {

namespace {

Result<void> withoutRows(const Result<Statement>& ran)
{
    return ran ? Result<void>() : tl::unexpected(ran.error());
}

/// The periods of a dossier; the rest of it is left empty.
const ListTable<Dossier>& calendars()
{
    static const ListTable<Dossier> table {
        QStringLiteral("calendar"),
        QStringLiteral("base_year, consensus_year, latest_call, prior_call, next_report"),
        [](const Dossier& d) {
            return QVariantList {d.baseYear, d.consensusYear, d.latestCall, d.priorCall, d.nextReport};
        },
        [](Columns& in) {
            return Dossier {.baseYear = in.text(),
                            .consensusYear = in.text(),
                            .latestCall = in.text(),
                            .priorCall = in.text(),
                            .nextReport = in.text()};
        },
        [](const Dossier& a, const Dossier& b) {
            return a.baseYear == b.baseYear && a.consensusYear == b.consensusYear
                && a.latestCall == b.latestCall && a.priorCall == b.priorCall && a.nextReport == b.nextReport;
        }};
    return table;
}

/// The same fact: a source that was asked again and said the same is no news.
bool sameFact(const Fact& kept, const Fact& seen)
{
    Fact again = kept;
    again.source.fetched = seen.source.fetched;
    return again == seen;
}

const ListTable<Fact>& facts()
{
    static const ListTable<Fact> table {
        QStringLiteral("fact"),
        QStringLiteral(
            "name, title, value, low, high, bound, unit, display, unknown, provider, field, as_of, "
            "fetched, mention, note"),
        [](const Fact& fact) {
            return QVariantList {fact.name, fact.title} + columns(fact.value)
                 + QVariantList {fact.unknown,     fact.source.provider, fact.source.field,
                                 fact.source.asOf, fact.source.fetched,  column(fact.mention),
                                 fact.note};
        },
        [](Columns& in) {
            return Fact {.name = in.text(),
                         .title = in.text(),
                         .value = in.quantityIf(),
                         .unknown = in.text(),
                         .source = {in.text(), in.text(), in.text(), in.text()},
                         .mention = in.list(),
                         .note = in.text()};
        },
        sameFact};
    return table;
}

const ListTable<OverlapGroup>& groups()
{
    static const ListTable<OverlapGroup> table {
        QStringLiteral("overlap_group"), QStringLiteral("name, title"),
        [](const OverlapGroup& group) {
            return QVariantList {group.id, group.title};
        },
        [](Columns& in) { return OverlapGroup {.id = in.text(), .title = in.text()}; },
        [](const OverlapGroup& a, const OverlapGroup& b) { return a == b; }};
    return table;
}

const ListTable<Printed>& printedFigures()
{
    static const ListTable<Printed> table {
        QStringLiteral("printed"), QStringLiteral("name, printed, note"),
        [](const Printed& one) {
            return QVariantList {one.name, one.printed, one.note};
        },
        [](Columns& in) { return Printed {.name = in.text(), .printed = in.text(), .note = in.text()}; },
        [](const Printed& a, const Printed& b) { return a == b; }};
    return table;
}

const ListTable<Failure>& failures()
{
    static const ListTable<Failure> table {
        QStringLiteral("failure"), QStringLiteral("section, kind, reason, at"),
        [](const Failure& one) {
            return QVariantList {one.section, one.kind, one.reason, one.at};
        },
        [](Columns& in) {
            return Failure {.section = in.text(), .kind = in.text(), .reason = in.text(), .at = in.text()};
        },
        [](const Failure& a, const Failure& b) { return a == b; }};
    return table;
}

template<typename T>
Result<void> readInto(std::vector<T>& list, const QSqlDatabase& database, const ListTable<T>& table,
                      qint64 company, std::optional<qint64> asOf)
{
    auto read = readList(database, table, company, asOf);
    if (!read)
        return tl::unexpected(read.error());
    list = std::move(*read);
    return {};
}

} // namespace

Result<std::optional<CompanyRow>> findCompany(const QSqlDatabase& database, const QString& symbol)
{
    std::optional<CompanyRow> found;
    const auto read = each(
        database,
        QStringLiteral("SELECT id, checksum, symbol, name, industry, currency, fiscal_year_end, fictional "
                       "FROM company WHERE symbol = ?"),
        {symbol}, [&](Statement& row) {
            Columns in(row);
            CompanyRow company {.id = in.integer()};
            company.checksum = in.bytes();
            company.dossier = {.symbol = in.text(),
                               .name = in.text(),
                               .industry = in.text(),
                               .currency = in.text(),
                               .fiscalYearEnd = in.text(),
                               .fictional = in.flag()};
            found = std::move(company);
        });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

Result<qint64> keepCompany(const QSqlDatabase& database, const Dossier& dossier, const QByteArray& checksum)
{
    auto row = run(
        database,
        QStringLiteral("INSERT INTO company(symbol, name, industry, currency, fiscal_year_end, fictional, "
                       "checksum) VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(symbol) DO UPDATE SET "
                       "name = excluded.name, industry = excluded.industry, currency = excluded.currency, "
                       "fiscal_year_end = excluded.fiscal_year_end, fictional = excluded.fictional, "
                       "checksum = excluded.checksum RETURNING id"),
        {dossier.symbol, dossier.name, dossier.industry, dossier.currency, dossier.fiscalYearEnd,
         dossier.fictional ? 1 : 0, checksum});
    if (!row)
        return tl::unexpected(row.error());
    if (const auto there = row->next(); !there)
        return tl::unexpected(there.error());
    return row->integer(0);
}

Result<void> keepFacts(const QSqlDatabase& database, qint64 company, const Dossier& dossier, qint64 seen)
{
    const auto renew = [&](const Kept<Fact>& kept, const Fact& fact) -> Result<void> {
        if (kept.value.source.fetched == fact.source.fetched)
            return {};
        return withoutRows(run(database, QStringLiteral("UPDATE fact SET fetched = ? WHERE id = ?"),
                               {fact.source.fetched, kept.id}));
    };
    return keepList(database, calendars(), company, {dossier}, seen).and_then([&] {
        return keepList(database, facts(), company, dossier.facts, seen, renew);
    });
}

Result<bool> readFacts(const QSqlDatabase& database, qint64 company, std::optional<qint64> asOf,
                       Dossier& dossier)
{
    const auto periods = readList(database, calendars(), company, asOf);
    if (!periods)
        return tl::unexpected(periods.error());
    if (periods->empty())
        return false;
    dossier.baseYear = periods->front().baseYear;
    dossier.consensusYear = periods->front().consensusYear;
    dossier.latestCall = periods->front().latestCall;
    dossier.priorCall = periods->front().priorCall;
    dossier.nextReport = periods->front().nextReport;
    return readInto(dossier.facts, database, facts(), company, asOf).map([] { return true; });
}

Result<std::vector<PastFact>> readFactHistory(const QSqlDatabase& database, const QString& symbol,
                                              const QString& name)
{
    std::vector<PastFact> past;
    const auto read = each(
        database,
        QStringLiteral("SELECT seen, until, value, low, high, bound, unit, display, provider, field, as_of, "
                       "fetched FROM fact WHERE company = (SELECT id FROM company WHERE symbol = ?) "
                       "AND name = ? AND unit IS NOT NULL ORDER BY seen, id"),
        {symbol, name}, [&](const Statement& row) {
            PastFact one {.fact = {.name = name}, .seen = row.integer(0)};
            if (!row.isNull(1))
                one.until = row.integer(1);
            Columns in(row, 2);
            one.fact.value = in.quantity();
            one.fact.source = {
                .provider = in.text(), .field = in.text(), .asOf = in.text(), .fetched = in.text()};
            past.push_back(std::move(one));
        });
    if (!read)
        return tl::unexpected(read.error());
    return past;
}

Result<void> keepRemarks(const QSqlDatabase& database, qint64 company, const Coverage& coverage, qint64 seen)
{
    return keepList(database, groups(), company, coverage.groups, seen)
        .and_then([&] { return keepList(database, printedFigures(), company, coverage.printed, seen); })
        .and_then([&] { return keepList(database, failures(), company, coverage.failures, seen); });
}

Result<void> readRemarks(const QSqlDatabase& database, qint64 company, std::optional<qint64> asOf,
                         Coverage& coverage)
{
    return readInto(coverage.groups, database, groups(), company, asOf)
        .and_then([&] { return readInto(coverage.printed, database, printedFigures(), company, asOf); })
        .and_then([&] { return readInto(coverage.failures, database, failures(), company, asOf); });
}

} // namespace plumbline
