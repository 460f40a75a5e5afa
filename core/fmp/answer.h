#pragma once

#include "core/values/result.h"

#include <QByteArray>

namespace plumbline::fmp {

/// What an answer of FMP is, before anybody looks at its rows.
enum class AnswerKind {
    Rows, ///< a list; an empty one: unknown symbol, no coverage or nothing published yet, FMP does not say which
    WrongKey,          ///< no key, a wrong one
    EndpointNotInPlan, ///< nothing of this kind in the plan
    SymbolNotInPlan,   ///< this company is outside the plan
    ValueNotInPlan,    ///< fewer rows must be asked for
    Legacy,            ///< a path FMP no longer serves
    CallLimit,         ///< too many calls; the next minute, or the next day, gives new ones
    BandwidthLimit,    ///< no more bytes for now
    BadRequest,        ///< a parameter is missing, or the page is past the last
    UnknownPath,
    ServiceDown, ///< a later try may help
    NotUnderstood,
    NotAsked, ///< what is known of it is recent enough
};

/// An answer that holds no rows, and the sentence for it.
struct Fault
{
    AnswerKind kind = AnswerKind::NotUnderstood;
    Error error {};
};

template<typename T>
using Answer = tl::expected<T, Fault>;

/// What stands where nothing was asked.
inline tl::unexpected<Fault> notAsked()
{
    return tl::unexpected(Fault {AnswerKind::NotAsked, {}});
}

/// Whether it was asked for, with whatever outcome.
template<typename T>
bool wasAsked(const Answer<T>& answer)
{
    return answer || answer.error().kind != AnswerKind::NotAsked;
}

/// What an answer is: from its text first, because FMP sends its messages under several statuses, 200 among them. The
/// words inside a list of rows never count: a headline may speak of a limit.
AnswerKind classify(int status, const QByteArray& body);

/// The sentence the user reads for an answer without rows. It never holds FMP's own text.
QString sentenceFor(AnswerKind kind);

} // namespace plumbline::fmp
