#include "core/desk/refreshplan.h"

#include <algorithm>

namespace plumbline {

namespace {

using namespace std::chrono_literals;

/// When a kind was last answered, as far as that can be.
std::optional<QDateTime> answeredAt(const RefreshKnown& known, const QString& kind, const QDateTime& now)
{
    const auto last = std::find_if(known.asked.begin(), known.asked.end(),
                                   [&](const AskedRecord& one) { return one.kind == kind; });
    if (last == known.asked.end() || last->outcome == AskedRecord::Outcome::Failed)
        return std::nullopt;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(last->at, Qt::UTC);
    return at > now ? std::nullopt : std::optional(at);
}

bool olderThan(const QDateTime& at, std::chrono::hours age, const QDateTime& now)
{
    return at.secsTo(now) >= std::chrono::duration_cast<std::chrono::seconds>(age).count();
}

/// Whether the company was to report between `at` and now.
bool reportedSince(const RefreshKnown& known, const QDateTime& at, const QDateTime& now)
{
    const QDate report = QDate::fromString(known.nextReport, Qt::ISODate);
    return report.isValid() && at.toUTC().date() <= report && report <= now.toUTC().date();
}

bool isDue(const fmp::Question& question, const RefreshKnown& known, const QDateTime& now)
{
    const auto at = answeredAt(known, question.kind, now);
    return !at || olderThan(*at, question.age, now)
        || (question.movesWithReports && reportedSince(known, *at, now) && olderThan(*at, 12h, now));
}

} // namespace

std::vector<fmp::Question> questionsDue(std::vector<fmp::Question> questions, const RefreshKnown& known,
                                        const QDateTime& now)
{
    QStringList kinds;
    for (const fmp::Question& one : questions)
        if (isDue(one, known, now))
            kinds += QStringList(one.kind) + one.with;
    std::erase_if(questions, [&](const fmp::Question& one) { return !kinds.contains(one.kind); });
    return questions;
}

bool callsDue(const RefreshKnown& known, const QDateTime& now)
{
    const auto at = answeredAt(known, QString(fmp::callsKind), now);
    if (!at || olderThan(*at, 7 * 24h, now))
        return true;
    return reportedSince(known, at->addDays(-7), now) && olderThan(*at, 24h, now);
}

} // namespace plumbline
