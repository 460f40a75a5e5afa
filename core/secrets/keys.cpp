#include "core/secrets/keys.h"

#include "core/secrets/keyring.h"

#include <QCoreApplication>

#include <map>
#include <mutex>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

/// What the user gave while the program runs; asked by several threads.
class Session
{
public:
    Key key(Service service)
    {
        const std::lock_guard lock(m_mutex);
        return m_keys[service];
    }
    void hold(Service service, const Key& key)
    {
        const std::lock_guard lock(m_mutex);
        m_keys[service] = key;
    }

private:
    std::mutex m_mutex {};
    std::map<Service, Key> m_keys {};
};

Session& session()
{
    static Session one;
    return one;
}

} // namespace

const std::vector<Service>& keyServices()
{
    static const std::vector<Service> all {Service::Fmp, Service::Anthropic, Service::OpenAi};
    return all;
}

QString wordFor(Service service)
{
    switch (service) {
    case Service::Fmp: return QStringLiteral("fmp");
    case Service::Anthropic: return QStringLiteral("anthropic");
    case Service::OpenAi: return QStringLiteral("openai");
    }
    return {};
}

std::optional<Service> serviceOf(const QString& word)
{
    for (const Service service : keyServices())
        if (wordFor(service) == word)
            return service;
    return std::nullopt;
}

QString titleOf(Service service)
{
    switch (service) {
    case Service::Fmp: return QStringLiteral("Financial Modeling Prep");
    case Service::Anthropic: return QStringLiteral("Anthropic");
    case Service::OpenAi: return QStringLiteral("OpenAI");
    }
    return {};
}

QString variableOf(Service service)
{
    return QStringLiteral("PLUMBLINE_%1_KEY").arg(wordFor(service).toUpper());
}

Result<FoundKey> findKey(Service service)
{
    const QByteArray given = qgetenv(variableOf(service).toLatin1().constData());
    if (!given.trimmed().isEmpty()) {
        const auto key = Key::from(given);
        if (!key)
            return failure(Error::Kind::Invalid,
                           Words::tr("What %1 holds is not a key.").arg(variableOf(service)));
        return FoundKey {*key, FoundKey::Place::Environment};
    }
    if (const Key held = session().key(service); !held.isEmpty())
        return FoundKey {held, FoundKey::Place::Session};
    const auto kept = keyring::read(wordFor(service));
    if (kept)
        return FoundKey {*kept, FoundKey::Place::Keyring};
    if (kept.error().kind == Error::Kind::NotFound)
        return failure(Error::Kind::NotFound, Words::tr("There is no key for %1.").arg(titleOf(service)));
    return tl::unexpected(kept.error());
}

Result<void> keepKey(Service service, const Key& key)
{
    session().hold(service, key);
    return keyring::write(wordFor(service), key).map_error([&](const Error& why) {
        return Error {why.kind, Words::tr("%1 The key holds for this session only.").arg(why.message),
                      why.detail, 0};
    });
}

Result<bool> deleteKey(Service service)
{
    const bool held = !session().key(service).isEmpty();
    session().hold(service, {});
    const auto removed = keyring::remove(wordFor(service));
    if (!removed && held)
        return true; // it never went further than this session
    return removed.map([&](bool kept) { return kept || held; });
}

} // namespace plumbline
