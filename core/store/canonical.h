#pragma once

#include "core/uplift/coverage.h"

#include <QByteArray>

namespace plumbline {

/// What of a company counts: everything, or everything but the times at which a source was asked.
enum class Canon { Everything, WithoutTimes };

/// A company as one sequence of bytes: equal companies give equal bytes, different ones different bytes, on every
/// machine. For checksums and comparison; nothing reads it back.
QByteArray canonicalBytes(const Coverage& coverage, Canon canon = Canon::Everything);
QByteArray canonicalBytes(const Call& call);
QByteArray canonicalBytes(const Reading& reading);

/// SHA-256 over such bytes.
QByteArray checksum(const QByteArray& bytes);

} // namespace plumbline
