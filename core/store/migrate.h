#pragma once

#include "core/store/statement.h"

#include <functional>
#include <vector>

namespace plumbline {

/// One step from a version of the schema to the next, as a script or, where texts are rewritten, as a function.
struct SchemaStep
{
    int number = 0; ///< 1, 2, 3 …: the version that holds afterwards
    QByteArray script {};
    std::function<Result<void>(const QSqlDatabase&)> work {};
};

/// The version the steps lead to.
int newestVersion(const std::vector<SchemaStep>& steps);

/// Brings a file to the newest version, each step in a transaction of its own: what fails leaves the version before it.
/// `copyBeside`: the file, which is copied first as FILE.before-vN; empty: a new file, no copy. Returns what the user
/// should know. A file of a newer version is refused.
Result<QStringList> migrate(const QSqlDatabase& database, const std::vector<SchemaStep>& steps,
                            const QString& copyBeside);

/// The sentence for a file that a newer program has written.
Error newerFile(const QString& path);

} // namespace plumbline
