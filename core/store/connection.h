#pragma once

#include "core/store/statement.h"

#include <memory>

namespace plumbline {

/// "PLMB": what `file` and SQLite's header say a workspace is.
inline constexpr qint64 applicationId = 0x504C4D42;

/// One open SQLite file under a connection name of its own; closed with the object. Belongs to one thread.
class Connection
{
public:
    enum class Access {
        Write,
        Read,   ///< the file is never written, whatever a statement says
        Create, ///< a new file that nobody else sees yet: fast, made durable by settle()
    };

    static Result<std::unique_ptr<Connection>> open(const QString& path, Access access);

    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    const QSqlDatabase& database() const { return m_database; }

    /// Turns a file that was opened to be created into an ordinary, durable one.
    Result<void> settle();

private:
    explicit Connection(const QSqlDatabase& database) : m_database(database) {}
    static Result<std::unique_ptr<Connection>> opened(const QString& file, const QString& options,
                                                      const QString& name, const QByteArray& pragmas);

    QSqlDatabase m_database;
};

/// The one number a pragma answers with, e.g. "user_version".
Result<qint64> pragma(const QSqlDatabase& database, const QString& name);

} // namespace plumbline
