#include "core/net/retry.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace plumbline {

using std::chrono::milliseconds;

namespace {

/// `Sun, 06 Nov 1994 08:49:37 GMT`, the one form servers may write today.
QDateTime httpDate(const QByteArray& text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

/// 0 to 1, the same on every computer.
double between0And1(std::mt19937_64& chance)
{
    return std::ldexp(double(chance() >> 11), -53);
}

} // namespace

Verdict verdictByStatus(const Reply& reply)
{
    switch (reply.status) {
    case 429: return Verdict::Limit;
    case 408:
    case 425: return Verdict::Again;
    case 501: // not implemented, HTTP version not supported, loop: as they are now, so they stay
    case 505:
    case 508: return Verdict::Final;
    default: return reply.status >= 500 ? Verdict::Again : Verdict::Final;
    }
}

bool mayGoAway(const Error& error)
{
    return error.kind == Error::Kind::Busy;
}

std::optional<milliseconds> retryAfter(const Reply& reply)
{
    const QByteArray text = reply.header("Retry-After").trimmed();
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber && std::isfinite(seconds))
        return milliseconds(qint64(std::clamp(seconds, 0.0, 1e9) * 1000));
    const QDateTime until = httpDate(text);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime theirs = httpDate(reply.header("Date"));
    const qint64 now = theirs.isValid() ? theirs.toMSecsSinceEpoch() : reply.when;
    return milliseconds(std::max<qint64>(0, until.toMSecsSinceEpoch() - now));
}

std::optional<milliseconds> waitBeforeRetry(const RetryRule& rule, int attempts,
                                            std::optional<milliseconds> asked, std::mt19937_64& chance)
{
    if (attempts >= rule.attempts || asked > rule.longest)
        return std::nullopt;
    const double grown = double(rule.first.count()) * std::pow(rule.factor, std::max(0, attempts - 1));
    const double capped = std::min(grown, double(rule.longest.count()));
    const double wait = capped * (1 - rule.jitter * between0And1(chance));
    return std::max(milliseconds(qint64(wait)), asked.value_or(milliseconds(0)));
}

} // namespace plumbline
