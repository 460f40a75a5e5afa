#pragma once

#include "core/net/request.h"
#include "core/net/route.h"

#include <QObject>
#include <QThread>

#include <unordered_map>

class QNetworkAccessManager;

namespace plumbline {

class Exchange;

/// Sends requests, and hands each answer or failure to who asked, exactly once, on the thread it lives on. Connections
/// are kept and used again. Redirects are followed on the same host only; TLS errors are never ignored; nothing is cached,
/// no cookie kept.
class Transport : public QObject
{
    Q_OBJECT

public:
    using Ticket = quint64;
    static constexpr int ConnectionsOfOne = 6; ///< what Qt opens to one host

    /// `parallel`: how many requests may be under way to one host without waiting for each other.
    explicit Transport(const Route& route, int parallel = ConnectionsOfOne, QObject* parent = nullptr);
    ~Transport() override;
    Q_DISABLE_COPY_MOVE(Transport)

    /// `then` is called later, never from within.
    Ticket send(const Request& request, WithReply then);
    /// Breaks it off; `then` is not called.
    void cancel(Ticket ticket);
    int underWay() const;

private:
    struct Manager
    {
        QNetworkAccessManager* manager = nullptr;
        int underWay = 0;
    };
    struct Asked
    {
        Exchange* exchange = nullptr; ///< owned
        size_t manager = 0;
        WithReply then {};
    };

    void ended(Ticket ticket, Result<Reply> outcome);

    std::vector<Manager> m_managers {};
    std::unordered_map<Ticket, Asked> m_underWay {};
    Ticket m_last = 0;
};

/// A transport on a thread of its own, for commands, which have no event loop: each question is waited for, and all of them
/// share the connections that are kept.
class WaitingTransport
{
public:
    explicit WaitingTransport(const Route& route);
    ~WaitingTransport();
    Q_DISABLE_COPY_MOVE(WaitingTransport)

    /// Sends one request and waits for what becomes of it; from one thread at a time.
    Result<Reply> fetch(const Request& request);

private:
    QThread m_thread {};
    Transport* m_transport = nullptr; ///< it goes with its thread
};

} // namespace plumbline
