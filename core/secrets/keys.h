#pragma once

#include "core/secrets/key.h"

#include <QStringList>

#include <optional>

namespace plumbline {

/// A service that asks for a key.
enum class Service { Fmp, Anthropic, OpenAi };

const std::vector<Service>& keyServices();
/// `fmp`: the word for it on the command line and in the keyring.
QString wordFor(Service service);
std::optional<Service> serviceOf(const QString& word);
/// As it calls itself.
QString titleOf(Service service);
/// The environment variable that holds its key for scripts.
QString variableOf(Service service);

/// A key and where it was found.
struct FoundKey
{
    enum class Place { Environment, Session, Keyring };

    Key key {};
    Place place = Place::Keyring;
};

/// The key of a service: of the environment, else of this session, else of the keyring. NotFound where there is none;
/// NotAvailable, with the reason, where there may be one that cannot be had: the keyring is locked, or there is none.
///
/// This and what follows waits for the keyring, which may ask the user first: never call it on the thread of a window.
Result<FoundKey> findKey(Service service);

/// Keeps it in the system's keyring, never in a file, and until the program ends. NotAvailable where there is no keyring
/// to keep it: it then holds for this session only, which the message says.
Result<void> keepKey(Service service, const Key& key);

/// Takes it out of this session and the keyring; whether there was one.
Result<bool> deleteKey(Service service);

} // namespace plumbline
