#pragma once

#include "core/values/result.h"

class QSqlDatabase;

namespace plumbline {

/// Gives every company of a made-up workspace what a year of work would leave behind: replies, prices, events, jobs,
/// model calls, lists, notes, views. All of it is made up.
Result<void> fillForScale(const QSqlDatabase& database, qint64 seen);

} // namespace plumbline
