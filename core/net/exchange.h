#pragma once

#include "core/net/request.h"

#include <QObject>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace plumbline {

/// One request under way, with its redirects, to its end or its deadline.
class Exchange : public QObject
{
    Q_OBJECT

public:
    Exchange(QNetworkAccessManager& manager, const Request& request);
    ~Exchange() override;
    Q_DISABLE_COPY_MOVE(Exchange)

    /// What became of it; called once, later. The exchange may be ended in there.
    void start(WithReply then);

private:
    void ask(const QUrl& url);
    void drop();
    void headersCame();
    void bytesCame();
    void finished();
    void redirected(const QUrl& target);
    void end(Result<Reply> outcome);
    void fail(const Error& error);
    Result<Reply> whole() const;

    QNetworkAccessManager& m_manager;
    Request m_request {};
    QString m_host {};
    WithReply m_then {};
    QNetworkReply* m_reply = nullptr;
    QByteArray m_body {};
    QTimer m_deadline {};
    QTimer m_silence {};
    qint64 m_bytesBefore = 0; ///< of redirects
    int m_redirects = 0;
};

} // namespace plumbline
