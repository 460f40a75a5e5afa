#include "core/net/troubles.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::troubles {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Network)
};

Error another(const QString& message, const QString& detail = {})
{
    return {Error::Kind::Busy, message, detail, 0};
}

/// Seconds as in "30" or "0.2".
QString seconds(std::chrono::milliseconds time)
{
    return QString::number(double(time.count()) / 1000);
}

} // namespace

Error notAnAddress()
{
    return {Error::Kind::Invalid, Words::tr("This is not an address that data can be fetched from."), {}, 0};
}

Error notFound(const QString& host)
{
    return another(Words::tr("%1 was not found. Is this computer connected to the internet?").arg(host));
}

Error refused(const QString& host)
{
    return another(Words::tr("%1 does not take connections at the moment.").arg(host));
}

Error notReached(const QString& host, const QString& why)
{
    return another(Words::tr("%1 could not be reached.").arg(host), why);
}

Error noAnswer(const QString& host)
{
    return another(Words::tr("%1 closed the connection without an answer.").arg(host));
}

Error brokeOff(const QString& host)
{
    return another(Words::tr("%1 broke off in the middle of its answer.").arg(host));
}

Error silent(const QString& host, std::chrono::milliseconds waited)
{
    return another(Words::tr("%1 sent nothing for %2 seconds.").arg(host, seconds(waited)));
}

Error tooSlow(const QString& host, std::chrono::milliseconds waited)
{
    return another(Words::tr("%1 did not finish its answer within %2 seconds.").arg(host, seconds(waited)));
}

Error tooLarge(const QString& host, qint64 limit)
{
    return {Error::Kind::BadData,
            Words::tr("%1 sent more than %2 MB, which no answer should have; it was not read.")
                .arg(host, QString::number(std::max<qint64>(1, limit >> 20))),
            {},
            0};
}

Error notUnpacked(const QString& host)
{
    return {Error::Kind::BadData, Words::tr("What %1 sent cannot be unpacked.").arg(host), {}, 0};
}

Error notUnderstood(const QString& host)
{
    return {Error::Kind::BadData, Words::tr("What %1 sent is not an answer over HTTP.").arg(host), {}, 0};
}

Error notSecure(const QString& host, const QString& why)
{
    return {
        Error::Kind::NotAvailable,
        Words::tr("The connection to %1 is not secure, so nothing was asked and no key was sent.").arg(host),
        why, 0};
}

Error sentElsewhere(const QString& host, const QString& other)
{
    return {Error::Kind::NotAvailable,
            Words::tr("%1 sends the question on to %2. It was not followed, and the key did not go there.")
                .arg(host, other),
            {},
            0};
}

Error sentInCircles(const QString& host)
{
    return {Error::Kind::BadData, Words::tr("%1 sends the question on again and again.").arg(host), {}, 0};
}

Error proxy(const QString& why)
{
    return another(
        Words::tr("The proxy between this computer and the internet did not let the question through."), why);
}

Error cancelled()
{
    return {Error::Kind::NotAvailable, Words::tr("It was called off."), {}, 0};
}

} // namespace plumbline::troubles
