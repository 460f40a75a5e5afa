#pragma once

#include "core/store/fingerprint.h"
#include "core/store/statement.h"

namespace plumbline {

/// What is not one company's and is compared with its fingerprint when it is read.
enum class Seal { Global, ScoringModels, Decisions };

Result<void> seal(const QSqlDatabase& database, Seal part, const QByteArray& fingerprint);
/// The sentence for a part that is not what was written last.
Result<void> sealed(const QSqlDatabase& database, Seal part, const QByteArray& fingerprint);

/// The error for rows that were changed by something else than Plumbline.
Error damaged(const QSqlDatabase& database, const QString& what);

/// A value of the table of keys; empty where there is none.
Result<QString> keyed(const QSqlDatabase& database, const QString& key);
Result<void> setKeyed(const QSqlDatabase& database, const QString& key, const QString& value);

} // namespace plumbline
