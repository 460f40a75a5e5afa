#pragma once

#include "core/desk/fmpaccess.h"

namespace plumbline {

/// Where FMP is (`url`, else PLUMBLINE_FMP_URL, else its own address), with the key for it. Waits for the keyring. Invalid
/// where the address is none, NotFound or NotAvailable where there is no key to be had.
Result<FmpAccess> fmpAccess(const QString& url);

} // namespace plumbline
