#pragma once

#include "core/values/result.h"

#include <chrono>

/// What can go wrong between this program and a service, one sentence each. Busy: another try may help.
namespace plumbline::troubles {

Error notAnAddress();
Error notFound(const QString& host);
Error refused(const QString& host);
Error notReached(const QString& host, const QString& why);
Error noAnswer(const QString& host);
Error brokeOff(const QString& host);
Error silent(const QString& host, std::chrono::milliseconds waited);
Error tooSlow(const QString& host, std::chrono::milliseconds waited);
Error tooLarge(const QString& host, qint64 limit);
Error notUnpacked(const QString& host);
Error notUnderstood(const QString& host);
Error notSecure(const QString& host, const QString& why);
Error sentElsewhere(const QString& host, const QString& other);
Error sentInCircles(const QString& host);
Error proxy(const QString& why);
Error cancelled();

} // namespace plumbline::troubles
