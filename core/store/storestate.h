#pragma once

#include "core/store/connection.h"
#include "core/store/file.h"
#include "core/store/store.h"

namespace plumbline {

/// The sentence for a write through a store that was opened to be read.
QString openedForReading(const QString& path);

struct Store::State
{
    QString path {};
    std::unique_ptr<WorkspaceLock> lock {};
    std::unique_ptr<Connection> connection {}; ///< closed before the lock goes
    bool writable = false;
    QString readOnlyReason {};
    bool isHeldElsewhere = false;
    QStringList notices {};
};

/// Runs work in one transaction on a file that may be written.
template<typename Work>
auto Store::writing(const Work& work)
{
    using Outcome = std::invoke_result_t<Work, const QSqlDatabase&>;
    if (!m_state->writable)
        return Outcome(failure(Error::Kind::Storage, m_state->readOnlyReason.isEmpty()
                                                         ? openedForReading(m_state->path)
                                                         : m_state->readOnlyReason));
    const QSqlDatabase& database = m_state->connection->database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return Outcome(tl::unexpected(transaction.error()));
    Outcome outcome = work(database);
    if (outcome)
        if (const auto kept = transaction->commit(); !kept)
            outcome = tl::unexpected(kept.error());
    if (!outcome)
        doubt(outcome.error());
    return outcome;
}

/// Runs work that sees one state of the file.
template<typename Work>
auto Store::reading(const Work& work) const
{
    using Outcome = std::invoke_result_t<Work, const QSqlDatabase&>;
    const QSqlDatabase& database = m_state->connection->database();
    const auto transaction = Transaction::begin(database, Transaction::Kind::Read);
    if (!transaction)
        return Outcome(tl::unexpected(transaction.error()));
    Outcome outcome = work(database);
    if (!outcome)
        doubt(outcome.error());
    return outcome;
}

} // namespace plumbline
