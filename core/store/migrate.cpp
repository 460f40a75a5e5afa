#include "core/store/migrate.h"

#include "core/store/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Migration)
};

QString nameOf(const QString& path)
{
    return QFileInfo(path).fileName();
}

/// A copy of the whole file as it is now, under a name nothing has yet.
Result<QString> copyOf(const QSqlDatabase& database, const QString& path, int version)
{
    const QString wanted = QStringLiteral("%1.before-v%2").arg(path).arg(version);
    QString copy = wanted;
    for (int i = 2; QFile::exists(copy); ++i)
        copy = QStringLiteral("%1-%2").arg(wanted).arg(i);
    if (const auto copied = run(database, QStringLiteral("VACUUM INTO ?"), {copy}); !copied) {
        QFile::remove(copy); // half a copy is none
        return failure(
            copied.error().kind,
            Words::tr("%1 was made by an older Plumbline and is copied before it is changed, but the copy %2 "
                      "could not be written. Nothing was changed.")
                .arg(nameOf(path), copy));
    }
    return copy;
}

Result<void> taken(const QSqlDatabase& database, const SchemaStep& step)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const auto wholeStep =
        runScript(database, step.script)
            .and_then([&]() -> Result<void> { return step.work ? step.work(database) : Result<void> {}; })
            .and_then([&]() -> Result<void> {
                auto broken = run(database, QStringLiteral("PRAGMA foreign_key_check"));
                if (!broken)
                    return tl::unexpected(broken.error());
                const auto row = broken->next();
                if (!row)
                    return tl::unexpected(row.error());
                if (*row)
                    return failure(
                        Error::Kind::BadData,
                        Words::tr("A row of %1 would lose what it belongs to.").arg(broken->text(0)));
                return {};
            })
            .and_then([&] {
                return runScript(database, "PRAGMA user_version=" + QByteArray::number(step.number));
            });
    return wholeStep ? transaction->commit() : wholeStep;
}

} // namespace

int newestVersion(const std::vector<SchemaStep>& steps)
{
    return steps.empty() ? 0 : steps.back().number;
}

Error newerFile(const QString& path)
{
    return {Error::Kind::NotAvailable,
            Words::tr("%1 was written by a newer Plumbline. Update the program to open it.").arg(path)};
}

Result<QStringList> migrate(const QSqlDatabase& database, const std::vector<SchemaStep>& steps,
                            const QString& copyBeside)
{
    const auto version = pragma(database, QStringLiteral("user_version"));
    if (!version)
        return tl::unexpected(version.error());
    const int newest = newestVersion(steps);
    if (*version > newest)
        return tl::unexpected(newerFile(database.databaseName()));
    if (*version == newest)
        return QStringList {};
    QStringList notices;
    QString copy;
    if (!copyBeside.isEmpty()) {
        const auto copied = copyOf(database, copyBeside, newest);
        if (!copied)
            return tl::unexpected(copied.error());
        copy = *copied;
        notices +=
            Words::tr("%1 was made by an older Plumbline and has been brought up to date; as it was, it "
                      "is kept as %2.")
                .arg(nameOf(copyBeside), nameOf(copy));
    }
    // Tables are rebuilt under other names, which foreign keys would follow; each step is checked as a whole instead.
    static_cast<void>(runScript(database, "PRAGMA foreign_keys=OFF"));
    Result<void> all;
    for (const SchemaStep& step : steps)
        if (all && step.number > *version)
            all = taken(database, step);
    static_cast<void>(runScript(database, "PRAGMA foreign_keys=ON"));
    if (all)
        return notices;
    if (copyBeside.isEmpty())
        return tl::unexpected(all.error());
    Error error = all.error();
    error.message = Words::tr("%1 could not be brought up to date and is as it was: %2")
                        .arg(nameOf(database.databaseName()), error.message);
    if (pragma(database, QStringLiteral("user_version")) == version && !copy.isEmpty())
        QFile::remove(copy); // nothing changed, nothing to go back to
    return tl::unexpected(error);
}

} // namespace plumbline
