#pragma once

#include "core/fmp/assemble.h"
#include "core/fmp/request.h"

#include <chrono>
#include <functional>

namespace plumbline::fmp {

/// What one answer brought.
struct Taken
{
    std::size_t rows = 0;
    std::optional<Fault> fault {};
};

/// One thing to know about a company: how it is asked for, how long an answer is good for, and where it goes.
struct Question
{
    QString kind {};              ///< "estimates": its name in the workspace
    std::chrono::hours age {};    ///< an answer younger than this is not asked for again
    bool movesWithReports = true; ///< is asked for again once a report was due
    QStringList with {};          ///< kinds that are read together with it
    Request request {};
    bool shared = false; ///< the same for every company: asked once in a refresh
    std::function<Taken(Answers&, int status, const QByteArray& body)> take {};
    std::function<void(Answers&, const Fault&)> fail {};
};

/// All that is asked about a company but for its calls. Fiscal periods are the company's own; the 13F quarter is the
/// latest one whose filings were due by `today`.
std::vector<Question> questionsAbout(const QString& symbol, const QDate& today);

/// The kind of the quote, which can be asked for many companies at once, and of the list of calls.
inline constexpr QLatin1String quoteKind {"quote"};
inline constexpr QLatin1String callsKind {"calls"};

} // namespace plumbline::fmp
