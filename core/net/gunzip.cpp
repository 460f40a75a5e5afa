#include "core/net/gunzip.h"

#include "core/net/troubles.h"

#include <zlib.h>

#include <array>

namespace plumbline {

namespace {

constexpr int GzipOnly = 15 + 16; // zlib's way of saying: the largest window, a gzip header

/// zlib's state, ended whatever happens.
struct Inflater
{
    z_stream stream {};
    bool ready = inflateInit2(&stream, GzipOnly) == Z_OK;

    Inflater() = default;
    ~Inflater()
    {
        if (ready)
            inflateEnd(&stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)
};

} // namespace

Result<QByteArray> gunzip(const QByteArray& packed, qint64 limit, const QString& host)
{
    Inflater inflater;
    z_stream& stream = inflater.stream;
    if (!inflater.ready)
        return tl::unexpected(troubles::notUnpacked(host));
    // zlib does not write to its input; its interface is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    QByteArray unpacked;
    std::array<char, 65536> piece {};
    int outcome = Z_OK;
    while (outcome == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = uInt(piece.size());
        outcome = inflate(&stream, Z_NO_FLUSH);
        unpacked.append(piece.data(), qsizetype(piece.size() - stream.avail_out));
        if (unpacked.size() > limit)
            return tl::unexpected(troubles::tooLarge(host, limit));
        if (outcome == Z_STREAM_END && stream.avail_in > 0) // several members, one after the other
            outcome = inflateReset(&stream);
    }
    if (outcome == Z_STREAM_END)
        return unpacked;
    return tl::unexpected(outcome == Z_BUF_ERROR ? troubles::brokeOff(host) : troubles::notUnpacked(host));
}

} // namespace plumbline
