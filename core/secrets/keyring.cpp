#include "core/secrets/keyring.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusReply>
#include <QSemaphore>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <memory>

namespace plumbline::keyring {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Keyring)
};

constexpr int AskedAtMost = 120000; // milliseconds; the keyring may ask the user for a password first

QString secretService()
{
    return QStringLiteral("org.freedesktop.secrets");
}

Error notThere()
{
    return {Error::Kind::NotAvailable, Words::tr("There is no keyring service on this computer."), {}, 0};
}

Error locked()
{
    return {Error::Kind::NotAvailable,
            Words::tr("The keyring is locked. Unlock it, as by logging in to the desktop, and try again."),
            {},
            0};
}

Error notMade()
{
    return {Error::Kind::NotAvailable,
            Words::tr(
                "The keyring service has no keyring yet. Make one in the desktop's settings for passwords."),
            {},
            0};
}

bool offered(const QDBusConnection& bus, const QString& name)
{
    const auto registered = bus.interface()->isServiceRegistered(name);
    const QDBusReply<QStringList> startable = bus.interface()->call(QStringLiteral("ListActivatableNames"));
    return (registered.isValid() && registered.value())
        || (startable.isValid() && startable.value().contains(name));
}

/// Why the keyring cannot be used, in the order of what must be there: a bus, a service, a keyring, unlocked. Asked here,
/// because QtKeychain calls all of it "not found". Another kind of keyring than the secret service is left to QtKeychain.
Result<void> ready(const QDBusConnection& bus)
{
    if (!bus.isConnected() || !bus.interface())
        return tl::unexpected(notThere());
    if (!offered(bus, secretService())) {
        const bool wallet = offered(bus, QStringLiteral("org.kde.kwalletd5"))
                         || offered(bus, QStringLiteral("org.kde.kwalletd6"));
        return wallet ? Result<void>() : tl::unexpected(notThere());
    }
    QDBusInterface service(secretService(), QStringLiteral("/org/freedesktop/secrets"),
                           QStringLiteral("org.freedesktop.Secret.Service"), bus);
    const QDBusReply<QDBusObjectPath> usual =
        service.call(QStringLiteral("ReadAlias"), QStringLiteral("default"));
    if (!usual.isValid())
        return tl::unexpected(notThere());
    if (usual.value().path() == u"/")
        return tl::unexpected(notMade());
    const QDBusInterface collection(secretService(), usual.value().path(),
                                    QStringLiteral("org.freedesktop.Secret.Collection"), bus);
    if (collection.property("Locked").toBool())
        return tl::unexpected(locked());
    return {};
}

Result<void> readyNow()
{
    const QString name = QStringLiteral("plumbline-keyring");
    Result<void> found = ready(QDBusConnection::connectToBus(QDBusConnection::SessionBus, name));
    QDBusConnection::disconnectFromBus(name);
    return found;
}

Error refusal(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {Error::Kind::NotFound, Words::tr("The keyring holds no such key."), {}, 0};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return {Error::Kind::NotAvailable, Words::tr("The keyring was not opened."), job.errorString(), 0};
    case QKeychain::NoBackendAvailable: return notThere();
    default: return {Error::Kind::NotAvailable, Words::tr("The keyring refused."), job.errorString(), 0};
    }
}

/// The one thread that talks to the keyring, until the program ends: libsecret's connection belongs to the event loop
/// that made it, and a second one would wait for ever.
class Desk
{
public:
    static Desk& one()
    {
        static Desk* const desk = [] {
            qAddPostRoutine([] { one().close(); });
            return new Desk; // outlives what is static
        }();
        return *desk;
    }

    template<typename Work>
    void post(Work work)
    {
        QMetaObject::invokeMethod(&m_at, std::move(work), Qt::QueuedConnection);
    }

private:
    Desk()
    {
        m_at.moveToThread(&m_thread);
        m_thread.start();
    }
    void close()
    {
        m_thread.quit();
        m_thread.wait();
    }

    QThread m_thread {};
    QObject m_at {};
};

/// What a job gives, for two threads: the one that waits may have gone when it comes.
template<typename Given>
struct Answer
{
    QSemaphore came {};
    Result<Given> given = failure(Error::Kind::NotAvailable, Words::tr("The keyring did not answer."));
};

/// Runs one job of QtKeychain on the desk and waits for it.
template<typename Given, typename Job, typename Prepare, typename Take>
Result<Given> ask(const QString& name, Prepare prepare, Take take)
{
    const auto answer = std::make_shared<Answer<Given>>();
    Desk::one().post([=] {
        const auto able = readyNow();
        if (!able) {
            answer->given = tl::unexpected(able.error());
            answer->came.release();
            return;
        }
        auto* job = new Job(QStringLiteral("plumbline")); // deletes itself
        job->setKey(name);
        job->setInsecureFallback(false); // never a plain file
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, job, [=] {
            answer->given = job->error() == QKeychain::NoError ? Result<Given>(take(*job))
                                                               : tl::unexpected(refusal(*job));
            answer->came.release();
        });
        job->start();
    });
    if (!answer->came.tryAcquire(1, AskedAtMost))
        return failure(Error::Kind::NotAvailable, Words::tr("The keyring did not answer."));
    return std::move(answer->given);
}

constexpr auto asItIs = [](auto&) {};

} // namespace

Result<Key> read(const QString& name)
{
    return ask<QByteArray, QKeychain::ReadPasswordJob>(
               name, asItIs, [](QKeychain::ReadPasswordJob& job) { return job.binaryData(); })
        .and_then([](QByteArray text) {
            auto key = Key::from(text);
            text.fill('\0');
            return key;
        });
}

Result<void> write(const QString& name, const Key& key)
{
    return ask<bool, QKeychain::WritePasswordJob>(
               name,
               [key](QKeychain::WritePasswordJob& job) {
                   job.setTextData(QString::fromLatin1(key.reveal()));
               },
               [](auto&) { return true; })
        .map([](bool) {});
}

Result<bool> remove(const QString& name)
{
    const auto held = read(name);
    if (!held && held.error().kind == Error::Kind::NotFound)
        return false;
    if (!held && held.error().kind != Error::Kind::Invalid)
        return tl::unexpected(held.error());
    return ask<bool, QKeychain::DeletePasswordJob>(name, asItIs, [](auto&) { return true; });
}

} // namespace plumbline::keyring
