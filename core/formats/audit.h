#pragma once

#include "core/report/audit.h"

#include <QByteArray>

namespace plumbline {

/// The audit as JSON, and as lines for a terminal: what does not hold first, then notes, then a count of the rest.
QByteArray auditToJson(const std::vector<AuditLine>& lines);
QByteArray auditToText(const std::vector<AuditLine>& lines);

} // namespace plumbline
