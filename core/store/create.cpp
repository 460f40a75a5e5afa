#include "core/store/create.h"

#include "core/store/connection.h"
#include "core/store/coveragetables.h"
#include "core/store/decisions.h"
#include "core/store/file.h"
#include "core/store/schema.h"
#include "core/store/seals.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUuid>

#include <filesystem>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

/// The time at which all of a new workspace is seen: when it was made.
qint64 seenAt(const QString& made)
{
    const QDateTime time = QDateTime::fromString(made, Qt::ISODate);
    return (time.isValid() ? time : QDateTime::currentDateTimeUtc()).toMSecsSinceEpoch();
}

Result<void> writeKeys(const QSqlDatabase& database, const QString& made)
{
    return setKeyed(database, QStringLiteral("id"), QUuid::createUuid().toString(QUuid::WithoutBraces))
        .and_then([&] { return setKeyed(database, QStringLiteral("made"), made); })
        .and_then([&] { return setKeyed(database, QStringLiteral("language"), QStringLiteral("1")); })
        .and_then([&] { return setKeyed(database, QStringLiteral("undo"), QStringLiteral("0")); })
        .and_then([&] {
            return setKeyed(database, QStringLiteral("program"),
                            QStringLiteral("plumbline " PLUMBLINE_VERSION));
        });
}

Result<void> sealShared(const QSqlDatabase& database)
{
    const auto global = readGlobal(database);
    if (!global)
        return tl::unexpected(global.error());
    const auto models = readScoringModels(database);
    if (!models)
        return tl::unexpected(models.error());
    return seal(database, Seal::Global, fingerprint(*global))
        .and_then([&] { return seal(database, Seal::ScoringModels, fingerprint(*models)); })
        .and_then([&] { return sealDecisions(database); });
}

Result<void> writeRows(const QSqlDatabase& database, const WorkspaceData& data, const MoreRows& more)
{
    const qint64 seen = seenAt(data.made);
    Result<void> done =
        writeKeys(database, data.made)
            .and_then([&] { return writeGlobal(database, data.global, seen); })
            .and_then([&] { return writeScoringModels(database, data.scoringModels); })
            .and_then([&] {
                return writeDecisions(database, {.scenarios = {{baseScenario, {}}}}); // always the first
            })
            .and_then([&] { return writeDecisions(database, data.decisions); });
    for (const Coverage& one : data.companies)
        if (done)
            done = writeCoverage(database, one, seen);
    if (done && more)
        done = more(database, seen);
    return done.and_then([&] { return sealShared(database); });
}

Result<void> writeNew(const QString& path, const WorkspaceData& data, const MoreRows& more)
{
    const auto connection = Connection::open(path, Connection::Access::Create);
    if (!connection)
        return tl::unexpected(connection.error());
    const QSqlDatabase& database = (*connection)->database();
    auto schema =
        runScript(database, "PRAGMA application_id=" + QByteArray::number(applicationId)).and_then([&] {
            return migrate(database, schemaSteps(), {}).map([](const QStringList&) {});
        });
    if (!schema)
        return schema;
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return writeRows(database, data, more).and_then([&] { return transaction->commit(); }).and_then([&] {
        return (*connection)->settle();
    });
}

/// Brings what a workspace has in files beside it into the file, so that nothing of the old one could be taken for part
/// of the new one. SQLite refuses where anybody else has it open.
Result<void> retire(const QString& path)
{
    if (!mayBeWritten(path))
        return failure(Error::Kind::Storage,
                       Words::tr("%1 may not be written to and is not replaced.").arg(path));
    const auto old = Connection::open(path, Connection::Access::Write);
    if (!old)
        return tl::unexpected(old.error());
    auto mode = run((*old)->database(), QStringLiteral("PRAGMA journal_mode=DELETE"));
    if (mode && mode->next().value_or(false) && mode->text(0) == u"delete")
        return {};
    return failure(Error::Kind::Storage,
                   Words::tr("%1 is open in another program and is not replaced.").arg(path));
}

Result<void> mayBeReplaced(const QString& path)
{
    switch (kindOfFile(path)) {
    case FileKind::None:
    case FileKind::Empty:
    case FileKind::OlderWorkspace: return {};
    case FileKind::Workspace: return retire(path);
    default:
        return failure(Error::Kind::Storage,
                       Words::tr("%1 is not a Plumbline workspace and is not replaced.").arg(path));
    }
}

} // namespace

Result<void> Store::create(const QString& path, const WorkspaceData& data)
{
    return createWorkspace(path, data, {});
}

Result<void> createWorkspace(const QString& path, const WorkspaceData& data, const MoreRows& more)
{
    const QString target = realPath(path);
    // Nothing is made beside what is no file: not a lock beside a device either.
    if (const FileKind kind = kindOfFile(target); kind == FileKind::Device || kind == FileKind::Folder)
        return mayBeReplaced(target);
    const auto lock = WorkspaceLock::take(target);
    if (!lock)
        return failure(Error::Kind::Storage,
                       Words::tr("%1 cannot be written. %2").arg(path, lock.error().message));
    if (auto may = mayBeReplaced(target); !may)
        return may;
    removeHalfMade(target);
    const QString beside = halfMadeName(target);
    const auto half = qScopeGuard([&] { // by then renamed, or no use to anybody
        for (const char* tail : {"", "-journal", "-wal", "-shm"})
            QFile::remove(beside + QLatin1String(tail));
    });
    if (const auto written = writeNew(beside, data, more); !written) {
        Error error = written.error();
        error.message.replace(QFileInfo(beside).fileName(), QFileInfo(target).fileName());
        return tl::unexpected(error);
    }
    std::error_code error;
    std::filesystem::rename(QFile::encodeName(beside).toStdString(), QFile::encodeName(target).toStdString(),
                            error);
    if (error)
        return failure(
            Error::Kind::Storage,
            Words::tr("%1 cannot be written: %2.").arg(path, QString::fromStdString(error.message())));
    return {};
}

} // namespace plumbline
