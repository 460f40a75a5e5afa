#pragma once

#include <QMutex>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

namespace plumbline::examples {

/// The bytes of an answer with its true length.
inline QByteArray answer(int status, const QByteArray& body, const QByteArray& headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: application/json\r\n" + headers
         + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A server on this computer that does to a connection whatever a test wants: one call for each request that came. It
/// lives on a thread of its own, so that a test may wait without an event loop.
class Wire
{
public:
    using Act = std::function<void(QTcpSocket& socket, const QByteArray& head)>;

    explicit Wire(Act act) : m_act(std::move(act))
    {
        m_server.moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, &m_server, [this] { m_server.close(); });
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { connected(); });
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server, [this] { m_server.listen(QHostAddress::LocalHost); }, Qt::BlockingQueuedConnection);
        m_port = m_server.serverPort();
    }
    /// Answers every request with these bytes.
    explicit Wire(const QByteArray& bytes)
        : Wire([bytes](QTcpSocket& socket, const QByteArray&) { socket.write(bytes); })
    {}
    ~Wire()
    {
        QMetaObject::invokeMethod(
            &m_server,
            [this] {
                m_server.close();
                qDeleteAll(m_server.findChildren<QTcpSocket*>());
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Wire)

    QUrl url(const QString& path = QStringLiteral("/stable/quote?symbol=AAA")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
    }
    quint16 port() const { return m_port; }
    /// What was asked, heads only.
    QByteArrayList heads()
    {
        const QMutexLocker lock(&m_mutex);
        return m_heads;
    }
    int connections()
    {
        const QMutexLocker lock(&m_mutex);
        return m_connections;
    }

private:
    void connected()
    {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            {
                const QMutexLocker lock(&m_mutex);
                ++m_connections;
            }
            const auto came = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket, came] { read(socket, *came); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }
    void read(QTcpSocket* socket, QByteArray& came)
    {
        came += socket->readAll();
        const QPointer<QTcpSocket> there = socket;
        for (qsizetype end = came.indexOf("\r\n\r\n"); there && end >= 0; end = came.indexOf("\r\n\r\n")) {
            const QByteArray head = came.left(end);
            came.remove(0, end + 4);
            {
                const QMutexLocker lock(&m_mutex);
                m_heads.append(head);
            }
            m_act(*socket, head);
        }
    }

    Act m_act {};
    QThread m_thread {};
    QTcpServer m_server {};
    QMutex m_mutex {};
    QByteArrayList m_heads {};
    int m_connections = 0;
    quint16 m_port = 0;
};

} // namespace plumbline::examples
