#pragma once

#include "core/desk/importcalls.h"

#include <QByteArray>

namespace plumbline {

/// A transcript to be read: a file, or words that were pasted (then `path` is only what they are called).
struct CallSource
{
    QString path {};
    QByteArray pasted {};
};

/// A file's bytes; one that cannot be read or is larger than `largest` is refused with a sentence.
Result<QByteArray> bytesOf(const QString& path, qint64 largest);

/// The files among the names, and those that lie in the folders among them, in order.
QStringList filesIn(const QStringList& names);

/// Reads a transcript, whatever its layout; what is none is refused with a sentence.
Result<CallFile> callFileFrom(const CallSource& source);

} // namespace plumbline
