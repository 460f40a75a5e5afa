#pragma once

#include <QDate>

#include <optional>
#include <vector>

namespace plumbline {

/// One day of trading. Days are given the oldest first, each once.
struct DayTraded
{
    QDate date {};
    double close = 0;
    double volume = 0;
};

/// Mean of close times volume over the twenty latest days; unknown with fewer.
std::optional<double> dollarVolume(const std::vector<DayTraded>& days);

/// Slope of the company's daily returns on the market's over the latest year of days that both have; unknown with less
/// than half a year.
std::optional<double> betaOf(const std::vector<DayTraded>& own, const std::vector<DayTraded>& market);

/// How a price moved since a report, the market apart.
struct Reaction
{
    double excess = 0;          ///< sum over the days of r - beta r_market
    std::optional<double> t {}; ///< the same in the usual moves of as many days; needs sixty days before
    int days = 0;
};

/// Since the close before the day of the report: whether a call is held before or after the market, its news lies
/// after that close. Unknown where either series does not reach from before the day to after it.
std::optional<Reaction> reactionSince(const std::vector<DayTraded>& own, const std::vector<DayTraded>& market,
                                      const QDate& report, double beta);

} // namespace plumbline
