#include "app/fmpaccess.h"

#include "core/secrets/keys.h"

#include <QCoreApplication>
#include <QUrl>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RefreshCommand)
};

/// The address without the slashes at its end.
Result<QString> baseFrom(QString url)
{
    while (url.endsWith(QLatin1Char('/')))
        url.chop(1);
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || (parsed.scheme() != u"https" && parsed.scheme() != u"http")
        || parsed.host().isEmpty())
        return failure(Error::Kind::Invalid, Words::tr("“%1” is no web address; write https://….").arg(url));
    return url;
}

} // namespace

Result<FmpAccess> fmpAccess(const QString& url)
{
    FmpAccess access;
    const QString said = url.isEmpty() ? qEnvironmentVariable("PLUMBLINE_FMP_URL") : url;
    if (!said.isEmpty()) {
        const auto base = baseFrom(said);
        if (!base)
            return tl::unexpected(base.error());
        access.base = *base;
    }
    const auto route = routeOfEnvironment();
    if (!route)
        return tl::unexpected(route.error());
    access.route = *route;
    const auto key = findKey(Service::Fmp);
    if (!key)
        return failure(key.error().kind == Error::Kind::Invalid ? Error::Kind::NotAvailable
                                                                : key.error().kind,
                       Words::tr("There is no key for FMP. %1 Put it into %2, or give it to “keys set fmp”.")
                           .arg(key.error().message, variableOf(Service::Fmp)));
    access.key = key->key;
    return access;
}

} // namespace plumbline
