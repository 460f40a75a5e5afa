#include "core/store/connection.h"

#include "core/store/wordcounts.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

#include <atomic>

namespace plumbline {

namespace {

/// What holds for every connection: strangers' triggers and views may call nothing, and rows keep their parents.
/// Pages are kept in 64 MB of memory, where SQLite's own 2 MB would read those of an index of words again and again.
const char* const everywhere = "PRAGMA trusted_schema=OFF; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;";

/// FULL: an edit that was reported as kept outlives the loss of power, not only that of the process. It costs one
/// fsync an edit, and edits come one by one; imports are one transaction.
const char* const writing = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
const char* const reading = "PRAGMA query_only=ON;";
const char* const creating = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;";

QString unusedName()
{
    static std::atomic<quint64> last {0};
    return QStringLiteral("plumbline-%1").arg(++last);
}

/// A name for a file that is known not to change while it is read: SQLite then needs no files beside it.
QString unchanging(const QString& path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    return QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded)) + QStringLiteral("?immutable=1");
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::opened(const QString& file, const QString& options,
                                                       const QString& name, const QByteArray& pragmas)
{
    std::unique_ptr<Connection> connection(
        new Connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name)));
    QSqlDatabase& database = connection->m_database;
    database.setDatabaseName(file);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000;") + options);
    if (!database.open()) {
        const QSqlError said = database.lastError();
        return tl::unexpected(storageError(database, said.nativeErrorCode().toInt(), said.databaseText()));
    }
    if (const auto set = runScript(database, pragmas); !set)
        return tl::unexpected(set.error());
    if (const auto counts = provideWordCounts(database); !counts)
        return tl::unexpected(counts.error());
    // Opening alone reads nothing: a file that cannot be read says so here.
    if (const auto schema = plumbline::run(database, QStringLiteral("SELECT count(*) FROM sqlite_schema"));
        !schema)
        return tl::unexpected(schema.error());
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, Access access)
{
    if (access == Access::Create)
        return opened(path, {}, unusedName(), QByteArray(creating) + everywhere);
    if (access == Access::Write)
        return opened(path, {}, unusedName(), QByteArray(everywhere) + writing);
    const QByteArray pragmas = QByteArray(everywhere) + reading;
    auto connection = opened(path, QStringLiteral("QSQLITE_OPEN_READONLY"), unusedName(), pragmas);
    // In a folder that may not be written SQLite cannot make the index of its log; where there is no log, none is needed.
    if (!connection && QFileInfo(path + QStringLiteral("-wal")).size() == 0)
        if (auto still = opened(unchanging(path), QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"),
                                unusedName(), pragmas))
            return still;
    return connection;
}

Connection::~Connection()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<void> Connection::settle()
{
    return runScript(m_database, writing).and_then([this] {
        // One write through the log: its checkpoint on closing brings the whole file to the disk.
        return runScript(m_database, QByteArrayLiteral("UPDATE workspace SET value = value; "
                                                       "PRAGMA wal_checkpoint(TRUNCATE);"));
    });
}

Result<qint64> pragma(const QSqlDatabase& database, const QString& name)
{
    auto answer = run(database, QStringLiteral("PRAGMA ") + name);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto row = answer->next();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? answer->integer(0) : 0;
}

} // namespace plumbline
