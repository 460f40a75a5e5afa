#include "core/net/transport.h"

#include "core/net/exchange.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QSemaphore>

#include <algorithm>

namespace plumbline {

namespace {

/// A route as Qt asks for it: per question. What runs on this computer needs no proxy, unless one is named.
class Proxies : public QNetworkProxyFactory
{
public:
    explicit Proxies(const Route& route) : m_route(route) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (m_route.kind == Route::Kind::Http || m_route.kind == Route::Kind::Socks5) {
            const bool http = m_route.kind == Route::Kind::Http;
            return {{http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, m_route.host, m_route.port,
                     m_route.user, m_route.password}};
        }
        const QString host = query.peerHostName();
        const bool here = host == u"localhost" || QHostAddress(host).isLoopback();
        return m_route.kind == Route::Kind::Direct || here ? QList {QNetworkProxy(QNetworkProxy::NoProxy)}
                                                           : systemProxyForQuery(query);
    }

private:
    Route m_route {};
};

} // namespace

QByteArray Reply::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const Header& header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found != headers.end() ? found->value : QByteArray();
}

Transport::Transport(const Route& route, int parallel, QObject* parent) : QObject(parent)
{
    for (int free = 0; free < std::max(1, parallel); free += ConnectionsOfOne) {
        auto* manager = new QNetworkAccessManager(this);
        manager->setProxyFactory(new Proxies(route)); // the manager owns it
        manager->setAutoDeleteReplies(false);
        m_managers.push_back({manager, 0});
    }
}

Transport::~Transport()
{
    for (const auto& [ticket, asked] : m_underWay)
        delete asked.exchange; // before the managers: each ends its own reply
}

Transport::Ticket Transport::send(const Request& request, WithReply then)
{
    const Ticket ticket = ++m_last;
    // The one with the least to do: Qt makes what is more than its connections wait, and deadlines run meanwhile.
    const auto least =
        std::min_element(m_managers.begin(), m_managers.end(),
                         [](const Manager& a, const Manager& b) { return a.underWay < b.underWay; });
    ++least->underWay;
    auto* exchange = new Exchange(*least->manager, request);
    m_underWay.emplace(ticket, Asked {exchange, size_t(least - m_managers.begin()), std::move(then)});
    exchange->start([this, ticket](Result<Reply> outcome) { ended(ticket, std::move(outcome)); });
    return ticket;
}

void Transport::cancel(Ticket ticket)
{
    const auto found = m_underWay.find(ticket);
    if (found == m_underWay.end())
        return;
    delete found->second.exchange;
    --m_managers[found->second.manager].underWay;
    m_underWay.erase(found);
}

int Transport::underWay() const
{
    return int(m_underWay.size());
}

void Transport::ended(Ticket ticket, Result<Reply> outcome)
{
    const auto found = m_underWay.find(ticket);
    if (found == m_underWay.end())
        return;
    found->second.exchange->deleteLater(); // it is the one that calls
    --m_managers[found->second.manager].underWay;
    const WithReply then = std::move(found->second.then);
    m_underWay.erase(found);
    then(std::move(outcome));
}

WaitingTransport::WaitingTransport(const Route& route) : m_transport(new Transport(route))
{
    m_transport->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_transport, &QObject::deleteLater);
    m_thread.start();
}

WaitingTransport::~WaitingTransport()
{
    m_thread.quit();
    m_thread.wait();
}

Result<Reply> WaitingTransport::fetch(const Request& request)
{
    Result<Reply> outcome = Reply {};
    QSemaphore came;
    QMetaObject::invokeMethod(
        m_transport,
        [&] {
            m_transport->send(request, [&](Result<Reply> one) {
                outcome = std::move(one);
                came.release();
            });
        },
        Qt::QueuedConnection);
    came.acquire();
    return outcome;
}

} // namespace plumbline
