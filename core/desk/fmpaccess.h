#pragma once

#include "core/net/pacing.h"
#include "core/net/route.h"
#include "core/secrets/key.h"

#include <functional>

namespace plumbline {

/// Where FMP is, the key for it, and how much may be asked.
struct FmpAccess
{
    QString base = QStringLiteral("https://financialmodelingprep.com/stable");
    Key key {};
    Route route {};
    PaceRule pace {};
};

/// Finds it out; it may wait for the keyring, so it is never called on the thread of a window.
using FindAccess = std::function<Result<FmpAccess>()>;

} // namespace plumbline
