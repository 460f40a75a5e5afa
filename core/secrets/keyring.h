#pragma once

#include "core/secrets/key.h"

/// The system's keyring, and nothing else. Each call waits for the answer of a thread that talks to it.
namespace plumbline::keyring {

/// NotFound: it holds none of that name; NotAvailable: it cannot be asked, and why.
Result<Key> read(const QString& name);
Result<void> write(const QString& name, const Key& key);
/// Whether there was one.
Result<bool> remove(const QString& name);

} // namespace plumbline::keyring
