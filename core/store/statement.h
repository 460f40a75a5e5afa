#pragma once

#include "core/values/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

struct sqlite3;

namespace plumbline {

/// The driver's own connection, for what its SQL cannot say; null where it is no SQLite.
sqlite3* handleOf(const QSqlDatabase& database);

/// What SQLite said, in the user's words; SQLite's own go into `detail`.
Error storageError(const QSqlDatabase& database, int code, const QString& said);

/// One prepared statement. Run it as often as needed with other values; rows are read forwards only:
///
///     auto facts = Statement::prepare(database, u"SELECT name, value FROM fact WHERE company = ?"_s);
///     … facts->run({company}) …
///     while (true) { const auto row = facts->next(); if (!row) return the error; if (!*row) break; facts->text(0) … }
///
/// or, shorter, with `each`. A damaged page may be met at any row: an end of rows is only an end if next() says so.
class Statement
{
public:
    static Result<Statement> prepare(const QSqlDatabase& database, const QString& sql);

    /// Runs it with these values for its `?`. An empty or null QString is empty text; NULL is QVariant().
    Result<void> run(const QVariantList& values = {});
    /// True on the next row, false after the last one.
    Result<bool> next();

    QVariant value(int column) const { return m_query.value(column); }
    bool isNull(int column) const { return m_query.isNull(column); }
    QString text(int column) const { return m_query.value(column).toString(); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    double real(int column) const { return m_query.value(column).toDouble(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }

    /// Rows changed by the last run, and the id of the row it inserted.
    int changed() const { return m_query.numRowsAffected(); }
    qint64 inserted() const { return m_query.lastInsertId().toLongLong(); }

    /// Runs it and calls work(*this) for each row; stops at the first error. `work` gives void or Result<void>.
    template<typename Work>
    Result<void> each(const QVariantList& values, const Work& work);

private:
    Statement(const QSqlDatabase& database, QSqlQuery query) : m_database(database), m_query(std::move(query))
    {}

    Error error() const;

    QSqlDatabase m_database;
    QSqlQuery m_query;
};

/// Prepares and runs a statement once. For rows: `auto row = run(…); row->next() …`.
Result<Statement> run(const QSqlDatabase& database, const QString& sql, const QVariantList& values = {});

/// Prepares a query, runs it once and calls work(statement) for each row.
template<typename Work>
Result<void> each(const QSqlDatabase& database, const QString& sql, const QVariantList& values,
                  const Work& work);

/// Runs a script of several statements, e.g. a schema, inside the transaction that is open or each on its own.
Result<void> runScript(const QSqlDatabase& database, const QByteArray& script);

/// All or nothing: what was written since begin() is taken back unless commit() succeeded. Does not nest; the store opens
/// it, those who write rows do not.
class Transaction
{
public:
    /// Write takes the file's write lock at once; Read sees one state of the file until the end.
    enum class Kind { Write, Read };

    static Result<Transaction> begin(const QSqlDatabase& database, Kind kind = Kind::Write);

    Transaction(Transaction&& other) noexcept;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    /// Makes it last. Where that fails, everything is taken back at once.
    Result<void> commit();

private:
    explicit Transaction(const QSqlDatabase& database) : m_database(database) {}

    QSqlDatabase m_database;
    bool m_open = true;
};

template<typename Work>
Result<void> Statement::each(const QVariantList& values, const Work& work)
{
    if (auto ran = run(values); !ran)
        return ran;
    while (true) {
        const auto row = next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            return {};
        if constexpr (std::is_void_v<std::invoke_result_t<Work, Statement&>>) {
            work(*this);
        } else if (const auto done = work(*this); !done) {
            m_query.finish();
            return tl::unexpected(done.error());
        }
    }
}

template<typename Work>
Result<void> each(const QSqlDatabase& database, const QString& sql, const QVariantList& values,
                  const Work& work)
{
    auto statement = Statement::prepare(database, sql);
    if (!statement)
        return tl::unexpected(statement.error());
    return statement->each(values, work);
}

} // namespace plumbline
