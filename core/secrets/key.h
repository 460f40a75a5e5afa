#pragma once

#include "core/values/result.h"

#include <QByteArray>
#include <QDebug>

#include <memory>

namespace plumbline {

/// A key to a service. Its text goes into a request's header and nowhere else: nothing prints it, copies share one place
/// in memory, and the last to go wipes it. From the first key on, a crash of the program leaves no core dump.
class Key
{
public:
    /// No key.
    Key() = default;

    /// What somebody pasted, without the spaces and line ends around it. Invalid where it cannot be a key: nothing at all,
    /// thousands of characters, or characters that no header may hold.
    static Result<Key> from(QByteArrayView pasted);

    bool isEmpty() const;
    /// The text, for a header or the keyring.
    QByteArray reveal() const;
    /// Blots out every place where the key stands in what a service sent back.
    void blotOut(QByteArray& bytes) const;

    friend bool operator==(const Key& a, const Key& b);

private:
    struct Text;
    std::shared_ptr<const Text> m_text {};
};

QDebug operator<<(QDebug, const Key&) = delete;

} // namespace plumbline
