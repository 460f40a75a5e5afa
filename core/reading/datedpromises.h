#pragma once

#include "core/reading/read.h"

#include <QDate>

#include <optional>

namespace plumbline {

/// When something is to happen, as it was said.
struct PromisedDate
{
    QString said {}; ///< "mid-2026", "by the end of the year"
    QString
        date {}; ///< ISO day, month or year, as precise as it was said; of a quarter or a half its last month
    QDate over {}; ///< the last day it may mean

    friend bool operator==(const PromisedDate&, const PromisedDate&) = default;
};

/// The latest date that a sentence looks forward to, seen from the day it was said; none where it names none, or only
/// past ones.
std::optional<PromisedDate> promisedDate(const QString& sentence, const QDate& said);

/// What management said about the theme that is to happen at a date, one a sentence, in the order of the call.
std::vector<Catalyst> datedPromises(const Call& call, const std::vector<SaidSentence>& sentences,
                                    const ThemeReading& about);

/// Of promises of several calls, those whose date is not over by a day, the soonest first.
std::vector<Catalyst> stillAhead(std::vector<Catalyst> promises, const QDate& day);

} // namespace plumbline
