#pragma once

#include "core/secrets/key.h"

#include <QUrl>

#include <chrono>
#include <functional>
#include <vector>

namespace plumbline {

struct Header
{
    QByteArray name {};
    QByteArray value {};

    friend bool operator==(const Header&, const Header&) = default;
};

/// A header whose value is a key: `apikey: KEY`, `Authorization: Bearer KEY`. It goes to the host of the request only.
struct KeyHeader
{
    QByteArray name {};
    QByteArray before {}; ///< what stands before the key
    Key key {};
};

/// One question to a service over HTTP, a GET.
struct Request
{
    QUrl url {};
    std::vector<Header> headers {};
    KeyHeader key {};
    std::chrono::milliseconds deadline {30000}; ///< from sending to the last byte, redirects and all
    std::chrono::milliseconds silence {10000};  ///< the longest time without a byte
    qint64 maxBytes = qint64(64) << 20;         ///< of the body, as it comes and unpacked
};

/// What a service answered, whatever its status. The key stands nowhere in it, even if the service sends it back.
struct Reply
{
    int status = 0;
    std::vector<Header> headers {};
    /// Unpacked, and whole where it came packed or with its length. A plain body in chunks may have been cut by a broken
    /// connection: Qt does not tell, so who reads it must find its end.
    QByteArray body {};
    qint64 bytesOnWire = 0; ///< headers and body as they came
    qint64 when = 0;        ///< milliseconds since 1970: when the last byte came

    /// A header's value by name, in any case; empty where there is none.
    QByteArray header(QByteArrayView name) const;
};

/// Takes what became of a request. A failure of the kind Busy may be gone on another try: nothing was reached, or the
/// answer broke off. Others will be the same.
using WithReply = std::function<void(Result<Reply>)>;

} // namespace plumbline
