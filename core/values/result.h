#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace plumbline {

/// Why something could not be had. `message` is one sentence for the screen, in the user's words; `detail` is for
/// the log; `position` is a 1-based character position when the error lies in a text, else 0.
struct Error
{
    enum class Kind {
        Invalid,       ///< what the user wrote cannot be understood
        Unknown,       ///< a value nobody has stated or measured
        NotMeaningful, ///< computable, but the answer would mislead: a percentage of a loss
        Arithmetic,    ///< division by zero, overflow, a ring of formulas
        NotFound,      ///< no such company, name, file
        BadData,       ///< a file or reply that is not what it claims to be
        Storage,       ///< the disk refused
        Busy,          ///< another program holds it; later it may be had
        NotAvailable,  ///< this version or this input cannot do it
    };

    Kind kind = Kind::Invalid;
    QString message {};
    QString detail {};
    int position = 0;

    friend bool operator==(const Error&, const Error&) = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for the failing side of a Result.
inline tl::unexpected<Error> failure(Error::Kind kind, QString message, int position = 0)
{
    return tl::unexpected<Error>(Error {kind, std::move(message), {}, position});
}

} // namespace plumbline
