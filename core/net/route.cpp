#include "core/net/route.h"

#include <QCoreApplication>
#include <QUrl>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Route)
};

} // namespace

Result<Route> routeFrom(const QString& text)
{
    if (text.trimmed().isEmpty())
        return Route {};
    if (text.trimmed() == u"none")
        return Route {Route::Kind::Direct};
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool http = url.scheme() == u"http";
    const bool known = http || url.scheme() == u"socks5";
    if (!url.isValid() || !known || url.host().isEmpty() || url.port() <= 0)
        return failure(
            Error::Kind::Invalid,
            Words::tr("The proxy in PLUMBLINE_PROXY is not written as http://host:port, socks5://host:port "
                      "or none."));
    return Route {http ? Route::Kind::Http : Route::Kind::Socks5, url.host(), quint16(url.port()),
                  url.userName(), url.password()};
}

Result<Route> routeOfEnvironment()
{
    return routeFrom(qEnvironmentVariable("PLUMBLINE_PROXY"));
}

} // namespace plumbline
