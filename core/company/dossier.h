#pragma once

#include "core/values/origin.h"
#include "core/values/quantity.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace plumbline {

/// One reported or estimated value of a company, or why it is not known. The name is the figure's name everywhere:
/// "base.revenue", "consensus.eps", "confirmation.insiders.open_market_buys".
struct Fact
{
    QString name {};
    QString title {}; ///< words for the screen; empty where the name's own title will do
    std::optional<Quantity> value {};
    QString unknown {}; ///< the reason when there is no value
    Source source {};
    QStringList
        mention {}; ///< narratives that speak of it: rationale, top_line, bottom_line, consensus, assumptions
    QString note {};

    friend bool operator==(const Fact&, const Fact&) = default;
};

/// A company and what is known of it. Facts are never edited.
struct Dossier
{
    QString symbol {};
    QString name {};
    QString industry {};
    QString currency {};      ///< ISO code of its statements
    QString fiscalYearEnd {}; ///< "12-31"
    bool fictional = false;
    QString baseYear {};      ///< "FY2025": the last full fiscal year
    QString consensusYear {}; ///< "FY2026"
    QString latestCall {};
    QString priorCall {};
    QString nextReport {}; ///< ISO day, or empty
    std::vector<Fact> facts {};

    const Fact* fact(QStringView factName) const;
    /// The facts whose names begin so, in their order.
    std::vector<const Fact*> factsUnder(QStringView prefix) const;
    /// The value of a fact that is known.
    std::optional<double> value(QStringView factName) const;
};

} // namespace plumbline
