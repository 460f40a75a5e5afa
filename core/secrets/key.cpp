#include "core/secrets/key.h"

#include <QCoreApplication>

#include <sys/resource.h>

#include <algorithm>
#include <cstring>
#include <mutex>

namespace plumbline {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Key)
};

constexpr qsizetype LongestKey = 4096;

/// A limit of one byte, not of none: where a program collects core dumps through a pipe, Linux does not look at the
/// limit, but for this one value, which stops the dump. Left so for good: copies of a key may stay in freed memory.
void leaveNoCoreDumps()
{
    static std::once_flag once;
    std::call_once(once, [] {
        rlimit limit {};
        if (getrlimit(RLIMIT_CORE, &limit) != 0)
            return;
        limit.rlim_cur = std::min<rlim_t>(1, limit.rlim_max);
        setrlimit(RLIMIT_CORE, &limit);
    });
}

} // namespace

struct Key::Text
{
    explicit Text(QByteArrayView given) : bytes(given.data(), given.size()) { leaveNoCoreDumps(); }
    ~Text() { explicit_bzero(bytes.data(), size_t(bytes.size())); }
    Q_DISABLE_COPY_MOVE(Text)

    QByteArray bytes {};
};

Result<Key> Key::from(QByteArrayView pasted)
{
    const QByteArrayView text = pasted.trimmed();
    if (text.isEmpty())
        return failure(Error::Kind::Invalid, Words::tr("There is no key in what was given."));
    const bool printable =
        std::all_of(text.begin(), text.end(), [](char letter) { return letter > ' ' && letter < '\x7f'; });
    if (text.size() > LongestKey || !printable)
        return failure(Error::Kind::Invalid,
                       Words::tr("This is not a key: a key is one word of plain letters, digits and signs."));
    Key key;
    key.m_text = std::make_shared<const Text>(text);
    return key;
}

bool Key::isEmpty() const
{
    return !m_text;
}

QByteArray Key::reveal() const
{
    return m_text ? QByteArray(m_text->bytes.constData(), m_text->bytes.size()) : QByteArray();
}

void Key::blotOut(QByteArray& bytes) const
{
    if (m_text && bytes.contains(m_text->bytes))
        bytes.replace(m_text->bytes, QByteArrayView("***"));
}

bool operator==(const Key& a, const Key& b)
{
    return a.reveal() == b.reveal();
}

} // namespace plumbline
