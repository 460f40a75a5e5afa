#pragma once

#include "core/values/result.h"

#include <QByteArray>

namespace plumbline {

/// Unpacks what was sent gzipped. Busy where it ends too early, since another try may bring it whole; BadData where it is
/// no gzip, or larger than the limit when unpacked. The messages name `host`.
///
/// Qt unpacks by itself, but tells neither how much came over the wire nor that the packed bytes were cut short.
Result<QByteArray> gunzip(const QByteArray& packed, qint64 limit, const QString& host);

} // namespace plumbline
