#pragma once

#include "core/report/card.h"

#include <QByteArray>
#include <QLocale>

#include <array>

namespace plumbline {

/// A company's row of the ranking as it is written. What is not known is nothing, never 0.
struct RankingRow
{
    /// A percentage, as a fraction; not meaningful where the base year is a loss.
    struct Uplift
    {
        std::optional<double> value {};
        bool notMeaningful = false;
    };

    std::optional<int> rank {};
    QString symbol {};
    QString name {};
    std::optional<double> conviction {};
    std::optional<double> measurable {};
    std::array<std::optional<double>, 7> components {}; ///< in the order of the scoring models
    std::optional<double> enthusiasm {};
    QString trend {};
    Uplift revenueUplift {};
    Uplift epsUplift {};
    QString pricedIn {};
    QString versusAnalysts {};
    QString oldestInput {};
    QStringList flags {};
};

RankingRow rankingRow(const Card& card);

/// ISO day of the oldest dated fact that has a value; empty where there is none.
QString oldestInputOf(const Dossier& dossier);

/// The ranked rows as JSON, as a table for a terminal, and as CSV with full precision and units in the header.
QByteArray rankingToJson(const std::vector<RankingRow>& ranked);
QByteArray rankingToTable(const std::vector<RankingRow>& ranked, const QLocale& locale);
QByteArray rankingToCsv(const std::vector<RankingRow>& ranked);

/// Sorts by a column: rank, symbol, name, conviction, measurable, enthusiasm, revenue_uplift_percent, eps_uplift_percent; with a minus
/// before it the other way round. Unknown values stand last. An empty column leaves the order of conviction.
Result<void> sortBy(std::vector<RankingRow>& ranked, const QString& column);

} // namespace plumbline
