#include "core/store/statement.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

#include <utility>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

QString sentenceFor(int code, const QString& file)
{
    switch (code & 0xff) { // an extended code holds its kind in the last byte
    case SQLITE_FULL: return Words::tr("The disk is full: nothing was changed in %1.").arg(file);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Words::tr("Another program is writing to %1 just now: nothing was changed.").arg(file);
    case SQLITE_READONLY:
    case SQLITE_PERM: return Words::tr("%1 may not be written to: nothing was changed.").arg(file);
    case SQLITE_CANTOPEN: return Words::tr("%1 cannot be opened.").arg(file);
    case SQLITE_IOERR: return Words::tr("The disk failed on %1.").arg(file);
    case SQLITE_CORRUPT: return Words::tr("%1 is damaged.").arg(file);
    case SQLITE_NOTADB: return Words::tr("%1 is not a Plumbline workspace.").arg(file);
    case SQLITE_NOMEM: return Words::tr("There is not enough memory for %1.").arg(file);
    case SQLITE_TOOBIG: return Words::tr("A text is too long to be kept in %1.").arg(file);
    case SQLITE_CONSTRAINT:
        return Words::tr("Something else in %1 rests on what was to be changed: nothing was changed.")
            .arg(file);
    default: return Words::tr("%1 could not be read or written.").arg(file);
    }
}

Error::Kind kindFor(int code)
{
    code &= 0xff;
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB ? Error::Kind::BadData : Error::Kind::Storage;
}

/// Qt binds a null text as NULL; here NULL is said with an empty QVariant.
QVariant bindable(const QVariant& value)
{
    if (value.userType() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    return value;
}

} // namespace

sqlite3* handleOf(const QSqlDatabase& database)
{
    const QVariant handle = database.driver()->handle();
    return qstrcmp(handle.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3* const*>(handle.data())
                                                       : nullptr;
}

Error storageError(const QSqlDatabase& database, int code, const QString& said)
{
    return {kindFor(code), sentenceFor(code, QFileInfo(database.databaseName()).fileName()),
            QStringLiteral("SQLite %1: %2").arg(code).arg(said)};
}

Error Statement::error() const
{
    const QSqlError said = m_query.lastError();
    return storageError(m_database, said.nativeErrorCode().toInt(),
                        said.databaseText() + QStringLiteral(" in ") + m_query.lastQuery());
}

Result<Statement> Statement::prepare(const QSqlDatabase& database, const QString& sql)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    Statement statement(database, std::move(query));
    if (!statement.m_query.prepare(sql))
        return tl::unexpected(statement.error());
    return statement;
}

Result<void> Statement::run(const QVariantList& values)
{
    for (int i = 0; i < values.size(); ++i)
        m_query.bindValue(i, bindable(values[i]));
    if (!m_query.exec())
        return tl::unexpected(error());
    return {};
}

Result<bool> Statement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        return tl::unexpected(error());
    return false;
}

Result<Statement> run(const QSqlDatabase& database, const QString& sql, const QVariantList& values)
{
    auto statement = Statement::prepare(database, sql);
    if (!statement)
        return statement;
    if (const auto ran = statement->run(values); !ran)
        return tl::unexpected(ran.error());
    return statement;
}

Result<void> runScript(const QSqlDatabase& database, const QByteArray& script)
{
    sqlite3* handle = handleOf(database);
    const int code =
        handle ? sqlite3_exec(handle, script.constData(), nullptr, nullptr, nullptr) : SQLITE_CANTOPEN;
    if (code != SQLITE_OK)
        return tl::unexpected(
            storageError(database, code, handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : QString()));
    return {};
}

Result<Transaction> Transaction::begin(const QSqlDatabase& database, Kind kind)
{
    if (const auto begun = runScript(database, kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(other.m_database)
    , m_open(std::exchange(other.m_open, false))
{}

Transaction::~Transaction()
{
    // SQLite has taken back by itself what met a full disk; the answer to this is of no use then.
    if (m_open)
        static_cast<void>(runScript(m_database, "ROLLBACK"));
}

Result<void> Transaction::commit()
{
    auto committed = runScript(m_database, "COMMIT");
    if (!committed)
        static_cast<void>(runScript(m_database, "ROLLBACK"));
    m_open = false;
    return committed;
}

} // namespace plumbline
