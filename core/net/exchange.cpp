#include "core/net/exchange.h"

#include "core/net/gunzip.h"
#include "core/net/troubles.h"

#include <QDateTime>
#include <QNetworkReply>

namespace plumbline {

namespace {

constexpr int MostRedirects = 5;

QNetworkRequest networkRequest(const QUrl& url, const Request& asked)
{
    QNetworkRequest request(url);
    // By hand, so that Qt leaves the packed bytes alone: see gunzip.h.
    request.setRawHeader("Accept-Encoding", "gzip");
    request.setRawHeader("User-Agent", "Plumbline/" PLUMBLINE_VERSION);
    for (const Header& header : asked.headers)
        request.setRawHeader(header.name, header.value);
    if (!asked.key.key.isEmpty())
        request.setRawHeader(asked.key.name, asked.key.before + asked.key.key.reveal());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

bool sameOrigin(const QUrl& a, const QUrl& b)
{
    const auto port = [](const QUrl& url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Whether Qt's error only repeats a status: the service answered.
bool isAnswer(const QNetworkReply& reply)
{
    const int error = reply.error();
    const bool repeats =
        error == QNetworkReply::NoError
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || error == QNetworkReply::ProtocolInvalidOperationError
        || error >= QNetworkReply::InternalServerError;
    return repeats && statusOf(reply) > 0;
}

/// Qt's own sentences name the URL at most, and no key ever stands in one.
Error troubleOf(const QNetworkReply& reply, const QString& host)
{
    const QString why = reply.errorString();
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError: return troubles::notFound(host);
    case QNetworkReply::ConnectionRefusedError: return troubles::refused(host);
    case QNetworkReply::RemoteHostClosedError:
        return statusOf(reply) > 0 ? troubles::brokeOff(host) : troubles::noAnswer(host);
    case QNetworkReply::SslHandshakeFailedError: return troubles::notSecure(host, why);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError: return troubles::notUnderstood(host);
    default: break;
    }
    const bool proxy = reply.error() >= QNetworkReply::ProxyConnectionRefusedError
                    && reply.error() <= QNetworkReply::UnknownProxyError;
    if (proxy)
        return troubles::proxy(why);
    return statusOf(reply) > 0 ? troubles::brokeOff(host) : troubles::notReached(host, why);
}

} // namespace

Exchange::Exchange(QNetworkAccessManager& manager, const Request& request)
    : m_manager(manager)
    , m_request(request)
    , m_host(request.url.host())
{
    for (QTimer* timer : {&m_deadline, &m_silence})
        timer->setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(troubles::tooSlow(m_host, m_request.deadline)); });
    connect(&m_silence, &QTimer::timeout, this,
            [this] { fail(troubles::silent(m_host, m_request.silence)); });
}

Exchange::~Exchange()
{
    drop();
}

void Exchange::start(WithReply then)
{
    m_then = std::move(then);
    const QUrl& url = m_request.url;
    const bool possible =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https");
    m_deadline.start(m_request.deadline);
    if (possible)
        ask(url);
    else
        QMetaObject::invokeMethod(
            this, [this] { fail(troubles::notAnAddress()); }, Qt::QueuedConnection);
}

void Exchange::ask(const QUrl& url)
{
    drop();
    m_body.clear();
    m_silence.start(m_request.silence);
    m_reply = m_manager.get(networkRequest(url, m_request));
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::headersCame);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::bytesCame);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finished, Qt::QueuedConnection);
}

/// Lets go of the reply; one that is not finished is broken off.
void Exchange::drop()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void Exchange::headersCame()
{
    m_silence.start();
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.maxBytes)
        fail(troubles::tooLarge(m_host, m_request.maxBytes));
}

void Exchange::bytesCame()
{
    m_silence.start();
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.maxBytes)
        fail(troubles::tooLarge(m_host, m_request.maxBytes));
}

void Exchange::finished()
{
    if (!m_reply)
        return;
    m_body += m_reply->readAll();
    if (!isAnswer(*m_reply)) {
        fail(troubleOf(*m_reply, m_host));
        return;
    }
    // Qt takes a connection that is reset within the body for the body's end.
    const QByteArray length = m_reply->rawHeader("Content-Length");
    if (!length.isEmpty() && m_body.size() < length.toLongLong() && statusOf(*m_reply) != 304) {
        fail(troubles::brokeOff(m_host));
        return;
    }
    const int status = statusOf(*m_reply);
    const QByteArray target = m_reply->rawHeader("Location");
    if (status >= 300 && status < 400 && status != 304 && !target.isEmpty())
        redirected(m_reply->url().resolved(QUrl(QString::fromUtf8(target))));
    else
        end(whole());
}

void Exchange::redirected(const QUrl& target)
{
    m_bytesBefore += m_body.size();
    if (!sameOrigin(m_request.url, target)) {
        const QString other =
            target.host() == m_host ? target.scheme() + u':' + QString::number(target.port()) : target.host();
        fail(troubles::sentElsewhere(m_host, other));
    } else if (++m_redirects > MostRedirects) {
        fail(troubles::sentInCircles(m_host));
    } else {
        ask(target);
    }
}

Result<Reply> Exchange::whole() const
{
    Reply reply;
    reply.status = statusOf(*m_reply);
    reply.when = QDateTime::currentMSecsSinceEpoch();
    reply.bytesOnWire = m_bytesBefore + m_body.size();
    QByteArray packing;
    const auto pairs = m_reply->rawHeaderPairs();
    for (const auto& [name, value] : pairs) {
        reply.bytesOnWire += name.size() + value.size() + 4; // ": " and the line's end
        Header& header = reply.headers.emplace_back(Header {name, value});
        m_request.key.key.blotOut(header.value);
    }
    packing = reply.header("content-encoding").trimmed().toLower();
    if (packing.isEmpty() || packing == "identity" || m_body.isEmpty())
        reply.body = m_body;
    else if (packing != "gzip" && packing != "x-gzip")
        return tl::unexpected(troubles::notUnpacked(m_host));
    else if (auto unpacked = gunzip(m_body, m_request.maxBytes, m_host))
        reply.body = std::move(*unpacked);
    else
        return tl::unexpected(unpacked.error());
    m_request.key.key.blotOut(reply.body);
    return reply;
}

void Exchange::fail(const Error& error)
{
    end(tl::unexpected(error));
}

void Exchange::end(Result<Reply> outcome)
{
    m_deadline.stop();
    m_silence.stop();
    drop();
    if (auto then = std::exchange(m_then, nullptr))
        then(std::move(outcome)); // this may be gone from here on
}

} // namespace plumbline
