#pragma once

#include "core/store/store.h"

#include <QSqlDatabase>

namespace plumbline {

/// What a window opens with, each part compared with what was written.
Result<WorkspaceFrame> frameIn(const QSqlDatabase& database);

/// Why a file should not be written: nothing, or the sentence for readOnlyReason(). Looks at files of up to 64 MB page
/// by page, and at all values of files of up to 8 MB; larger ones are looked at as they are read.
QString doubtAbout(const QSqlDatabase& database, const QString& path);
/// That sentence, from what was found.
QString damagedFile(const QString& path, const QString& found);

/// All that is wrong with the file, in sentences.
QStringList faultsIn(const QSqlDatabase& database);

/// SHA-256, in hexadecimal, over companies in their order and what was decided, without times.
QString digestOf(const std::vector<Coverage>& companies, const Decisions& decisions);

} // namespace plumbline
