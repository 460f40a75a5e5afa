#include "core/store/readingtables.h"

#include "core/store/canonical.h"
#include "core/store/claimtables.h"
#include "core/store/saidtables.h"

namespace plumbline {

namespace {

struct ReadingRow
{
    qint64 id = 0;
    QByteArray hash {};
};

Result<std::optional<ReadingRow>> readingRow(const QSqlDatabase& database, qint64 company,
                                             std::optional<qint64> asOf)
{
    const QString counts =
        asOf ? QStringLiteral("seen <= ? AND (until IS NULL OR until > ?)") : QStringLiteral("until IS NULL");
    std::optional<ReadingRow> found;
    const auto read =
        each(database,
             QStringLiteral("SELECT id, hash FROM reading WHERE company = ? AND %1 ORDER BY id").arg(counts),
             asOf ? QVariantList {company, *asOf, *asOf} : QVariantList {company}, [&](Statement& row) {
                 found = {row.integer(0), row.bytes(1)};
             });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

Result<qint64> addReading(const QSqlDatabase& database, qint64 company, const QByteArray& hash, qint64 seen)
{
    const auto ended =
        run(database, QStringLiteral("UPDATE reading SET until = ? WHERE company = ? AND until IS NULL"),
            {seen, company});
    if (!ended)
        return tl::unexpected(ended.error());
    const auto added =
        run(database,
            QStringLiteral("INSERT INTO reading(company, seen, reader, version, hash) VALUES(?, ?, ?, ?, ?)"),
            {company, seen, QStringLiteral("import"), QString(), hash});
    if (!added)
        return tl::unexpected(added.error());
    return added->inserted();
}

} // namespace

Result<void> keepReading(const QSqlDatabase& database, qint64 company, const Reading& reading, qint64 seen)
{
    const QByteArray hash = checksum(canonicalBytes(reading));
    const auto known = readingRow(database, company, {});
    if (!known)
        return tl::unexpected(known.error());
    if (*known && (*known)->hash == hash)
        return {};
    const auto id = addReading(database, company, hash, seen);
    if (!id)
        return tl::unexpected(id.error());
    const Citations citations(reading);
    return citations.write(database, *id)
        .and_then([&] { return writeClaims(database, company, *id, reading.claims, citations); })
        .and_then([&] { return writeSaid(database, *id, reading, citations); });
}

Result<Reading> readReading(const QSqlDatabase& database, qint64 company, std::optional<qint64> asOf)
{
    const auto row = readingRow(database, company, asOf);
    if (!row)
        return tl::unexpected(row.error());
    Reading reading;
    if (!*row)
        return reading;
    const qint64 id = (*row)->id;
    const auto citations = Citations::read(database, id);
    if (!citations)
        return tl::unexpected(citations.error());
    auto claims = readClaims(database, id, *citations);
    if (!claims)
        return tl::unexpected(claims.error());
    reading.claims = std::move(*claims);
    if (const auto said = readSaid(database, id, *citations, reading); !said)
        return tl::unexpected(said.error());
    return reading;
}

} // namespace plumbline
