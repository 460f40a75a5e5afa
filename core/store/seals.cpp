#include "core/store/seals.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Seals)
};

QString keyOf(Seal part)
{
    switch (part) {
    case Seal::Global: return QStringLiteral("checksum.global");
    case Seal::ScoringModels: return QStringLiteral("checksum.scoring_models");
    case Seal::Decisions: break;
    }
    return QStringLiteral("checksum.decisions");
}

QString wordsFor(Seal part)
{
    switch (part) {
    case Seal::Global: return Words::tr("the assumptions that hold for all companies");
    case Seal::ScoringModels: return Words::tr("the scoring models");
    case Seal::Decisions: break;
    }
    return Words::tr("your scenarios and choices");
}

} // namespace

Error damaged(const QSqlDatabase& database, const QString& what)
{
    return {Error::Kind::BadData,
            Words::tr(
                "%1 is damaged: %2 are not what was written. What can be read can be saved into a new file.")
                .arg(QFileInfo(database.databaseName()).fileName(), what)};
}

Result<void> seal(const QSqlDatabase& database, Seal part, const QByteArray& fingerprint)
{
    return setKeyed(database, keyOf(part), QString::fromLatin1(fingerprint.toHex()));
}

Result<void> sealed(const QSqlDatabase& database, Seal part, const QByteArray& fingerprint)
{
    const auto kept = keyed(database, keyOf(part));
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept != QString::fromLatin1(fingerprint.toHex()))
        return tl::unexpected(damaged(database, wordsFor(part)));
    return {};
}

Result<QString> keyed(const QSqlDatabase& database, const QString& key)
{
    auto found = run(database, QStringLiteral("SELECT value FROM workspace WHERE key = ?"), {key});
    if (!found)
        return tl::unexpected(found.error());
    const auto row = found->next();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? found->text(0) : QString();
}

Result<void> setKeyed(const QSqlDatabase& database, const QString& key, const QString& value)
{
    return run(database, QStringLiteral("INSERT OR REPLACE INTO workspace(key, value) VALUES(?, ?)"),
               {key, value})
        .map([](const Statement&) {});
}

} // namespace plumbline
