#pragma once

#include "core/conviction/scoring.h"
#include "core/store/edit.h"

#include <QByteArray>

namespace plumbline {

/// SHA-256 over a value, field by field in a fixed order: what was written can be told from what is read. SQLite finds a
/// page that makes no sense; a byte that changed inside a number or a text makes sense and is found by these only. What
/// belongs to a company has its own in canonical.h.
QByteArray fingerprint(const std::vector<Assumption>& assumptions);
QByteArray fingerprint(const std::vector<ScoringModel>& models);
QByteArray fingerprint(const Decisions& decisions);
/// The deed and its rows; whether it is done or undone does not matter.
QByteArray fingerprint(const Edit& edit);

} // namespace plumbline
