#pragma once

#include "core/values/result.h"

namespace plumbline {

/// How requests leave this computer.
struct Route
{
    enum class Kind { System, Direct, Http, Socks5 };

    Kind kind = Kind::System; ///< System: what the desktop says, or http_proxy and its kin
    QString host {};
    quint16 port = 0;
    QString user {};
    QString password {};
};

/// `http://HOST:PORT`, `socks5://USER:PASSWORD@HOST:PORT`, `none`; nothing at all means the system's. The error does not
/// repeat what was written, since it may hold a password.
Result<Route> routeFrom(const QString& text);

/// What PLUMBLINE_PROXY says.
Result<Route> routeOfEnvironment();

} // namespace plumbline
